-- What of the process may be told, and when a number that was told may be followed by another.
set local role portal_counter;

-- Too few by itself; then, where a total is told elsewhere, so many more that the hidden ones are together a group (counting.hide).
create or replace procedure counting.hide_process(town uuid, fewest int, rate int) language plpgsql set search_path = public, pg_temp as $$
declare
    r record;
    sure boolean[];
begin
    update indicator_raw.process_count c set hidden = c.persons < fewest or (c.hits is not null and (c.persons < rate or (c.hit_persons < fewest and c.miss_persons < fewest)))
    where c.tenant_id = town;
    -- A median of fewer than a group tells of single ones, also where the step itself was begun by many.
    update indicator_raw.process_count c set days = null, most = null
    where c.tenant_id = town and c.kind = 'step' and coalesce((select o.n from indicator_raw.process_count o
        where o.tenant_id = town and o.template_key = c.template_key and o.kind = 'once' and o.a = c.a), 0) < fewest;

    -- Those of a step who were not blocked for a reason are a group as well.
    update indicator_raw.process_count c set hidden = true
    from indicator_raw.process_count s
    where c.tenant_id = town and c.kind = 'block' and s.tenant_id = town and s.kind = 'step' and s.template_key = c.template_key and s.a = c.a and s.n - c.persons < fewest;

    -- The ways into a step are together its cases; the handovers of all kinds are together those of P2, reasons those of P4, steps those of P5.
    for r in
        select c.kind, case when c.kind = 'edge' then c.template_key end as template_key, case when c.kind = 'edge' then c.b end as b,
            array_agg(c.template_key order by c.template_key, c.a, c.b) as templates, array_agg(c.a order by c.template_key, c.a, c.b) as a_keys,
            array_agg(c.b order by c.template_key, c.a, c.b) as b_keys, array_agg(c.persons order by c.template_key, c.a, c.b) as persons,
            array_agg(coalesce(c.hit_persons, c.persons) order by c.template_key, c.a, c.b) as hits,
            array_agg(coalesce(c.miss_persons, c.persons) order by c.template_key, c.a, c.b) as misses,
            array_agg(c.hidden order by c.template_key, c.a, c.b) as hidden
        from indicator_raw.process_count c
        where c.tenant_id = town and c.kind in ('edge', 'sent', 'reason', 'time')
        group by 1, 2, 3
        having bool_or(c.hidden)
    loop
        sure := counting.hide(fewest, r.persons, case when r.kind = 'time' then array[r.hits, r.misses] else array[r.persons] end, r.hidden);
        update indicator_raw.process_count c set hidden = true
        from unnest(r.templates, r.a_keys, r.b_keys, sure) as h (template_key, a, b, hidden)
        where c.tenant_id = town and c.kind = r.kind and c.template_key = h.template_key and c.a = h.a and c.b = h.b and h.hidden;
    end loop;
    -- A single way that is hidden is as many as its step; and what is too few to send is told nothing else of.
    update indicator_raw.process_count c set hidden = true
    where c.tenant_id = town and c.kind = 'step' and (select bool_and(e.hidden) and count(*) = 1 from indicator_raw.process_count e
        where e.tenant_id = town and e.template_key = c.template_key and e.kind = 'edge' and e.b = c.a);
    update indicator_raw.process_count c set hidden = true
    from indicator_raw.process_count s
    where c.tenant_id = town and c.kind in ('accept', 'arrive', 'asked', 'declined', 'expired')
      and s.tenant_id = town and s.kind = 'sent' and s.template_key = c.template_key and s.a = c.a and s.b = c.b and s.hidden;
end $$;

-- What is told together moves together: a step with the ways into it; everything else for itself.
create or replace function counting.process_row(kind text, a text, b text) returns text language sql immutable
    return case kind when 'step' then 'map ' || a when 'edge' then 'map ' || b else kind || ' ' || a || ' ' || b end;

-- Replaces what was told by what was counted, row by row. A row whose months overlap with those counted now follows only when in each of its
-- numbers, and in what it hides, as many as a group came or went, or nobody; otherwise it stands with its months, for a year at the most.
create or replace procedure counting.tell_process(town uuid, place text, since date, until date, fewest int) language plpgsql set search_path = public, pg_temp as $$
begin
    with fresh as materialized (
        select tenant_id, template_key, kind, a, b, persons, hit_persons, miss_persons, hidden, round(days, 1) as days, most, counting.process_row(kind, a, b) as line,
            -- Counts of persons in one another, such as those who began and those who ended, would differ by single ones.
            case when kind in ('step', 'edge', 'block', 'sent', 'reason') then round(n / 5.0)::int * 5 end as n,
            case when hits is not null and hit_persons >= fewest and miss_persons >= fewest then round(20.0 * hits / n)::int * 5 end as share,
            case when hits is null or (hit_persons >= fewest and miss_persons >= fewest) then 'shown' when hit_persons < fewest then 'few_hits' else 'few_misses' end as basis
        from indicator_raw.process_count where tenant_id = town),
    old as materialized (
        select c.*, t.persons, t.hit_persons, t.miss_persons, counting.process_row(c.kind, c.a, c.b) as line
        from indicator.process_cell c join indicator_raw.process_told t
          on t.tenant_id = town and t.template_key = c.template_key and t.kind = c.kind and t.a = c.a and t.b = c.b
        where c.municipality_key = place),
    stands as (
        select o.template_key, o.line
        from old o left join fresh f on f.template_key = o.template_key and f.kind = o.kind and f.a = o.a and f.b = o.b
        where o.until >= tell_process.since
        group by o.template_key, o.line
        having not bool_and(coalesce(
            not f.hidden and (o.basis, o.n, o.share, o.days, o.most) is not distinct from (f.basis, f.n, f.share, f.days, f.most)
            or (not f.hidden and o.share is not null and f.share is not null
                and (f.hit_persons = o.hit_persons or abs(f.hit_persons - o.hit_persons) >= fewest)
                and (f.miss_persons = o.miss_persons or abs(f.miss_persons - o.miss_persons) >= fewest)
                and (f.hit_persons, f.miss_persons) is distinct from (o.hit_persons, o.miss_persons))
            or ((o.share is null or f.share is null or f.hidden) and abs(f.persons - o.persons) >= fewest), abs(o.persons) >= fewest and f.tenant_id is null))
            -- What a step hides of its ways: all of it, less those that were told.
            or (bool_or(o.kind = 'step') and abs(
                sum(coalesce(f.persons, 0)) filter (where o.kind = 'step') - coalesce(sum(coalesce(f.persons, 0)) filter (where o.kind = 'edge'), 0)
                - sum(o.persons) filter (where o.kind = 'step') + coalesce(sum(o.persons) filter (where o.kind = 'edge'), 0)) between 1 and fewest - 1)),
    told as (select f.* from fresh f where not f.hidden and not exists (select from stands s where s.template_key = f.template_key and s.line = f.line)),
    gone as (
        delete from indicator.process_cell c where c.municipality_key = place
          and not exists (select from stands s where s.template_key = c.template_key and s.line = counting.process_row(c.kind, c.a, c.b))
          and not exists (select from told t where t.template_key = c.template_key and t.kind = c.kind and t.a = c.a and t.b = c.b)),
    known as (
        insert into indicator_raw.process_told select town, template_key, kind, a, b, persons, hit_persons, miss_persons from told
        on conflict (tenant_id, template_key, kind, a, b) do update set persons = excluded.persons, hit_persons = excluded.hit_persons, miss_persons = excluded.miss_persons)
    insert into indicator.process_cell
    select place, template_key, kind, a, b, basis, n, share, days, most, tell_process.since, tell_process.until from told
    on conflict (municipality_key, template_key, kind, a, b) do update set basis = excluded.basis, n = excluded.n, share = excluded.share, days = excluded.days,
        most = excluded.most, since = excluded.since, until = excluded.until;
    delete from indicator_raw.process_told t where t.tenant_id = town
      and not exists (select from indicator.process_cell c where c.municipality_key = place and c.template_key = t.template_key and c.kind = t.kind and c.a = t.a and c.b = t.b);
end $$;

-- The last day of the months that are counted today: of a month that has settled.
create or replace function counting.process_until(today date) returns date language sql stable set search_path = public, pg_temp as $$
    select counting.month_of(today - counting.threshold('settled', today)::int) - 1
$$;

-- Whose last settled month is not counted yet.
create or replace function counting.processes_waiting() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select t.id from tenant t left join indicator.process_run r on r.municipality_key = t.key
    where r.until is null or r.until < counting.process_until(counting.day_of(app.now()))
    order by t.id;
$$;

-- Counts the process of one municipality in the twelve months that settled last, and stores what may be told. Returns whether it did: once a
-- month, and never in two portals at the same time.
create or replace function counting.count_process(town uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
    at constant timestamptz := app.now();
    today constant date := counting.day_of(at);
    last_day constant date := counting.process_until(today);
    first_day constant date := (last_day + 1 - make_interval(months => counting.threshold('analysed', today)::int))::date;
    fewest constant int := counting.threshold('fewest', today);
    rate constant int := counting.threshold('rate-denominator', today);
    before constant text := current_setting('app.tenant', true);
    place text;
begin
    select t.key into place from tenant t where t.id = town;
    if place is null or not pg_try_advisory_xact_lock(hashtextextended('analysing ' || town, 0))
        or exists (select from indicator.process_run r where r.municipality_key = place and r.until >= last_day) then
        return false;
    end if;
    perform set_config('app.tenant', town::text, true);
    delete from indicator_raw.process_count where tenant_id = town;
    call counting.count_steps(town, first_day, last_day, rate);
    call counting.count_handovers(town, first_day, last_day, rate);
    call counting.hide_process(town, fewest, rate);
    call counting.tell_process(town, place, first_day, last_day, fewest);
    delete from indicator_raw.process_count where tenant_id = town;
    insert into indicator.process_run values (place, first_day, last_day, at)
    on conflict (municipality_key) do update set since = excluded.since, until = excluded.until, counted_at = excluded.counted_at;
    perform set_config('app.tenant', coalesce(before, ''), true);
    return true;
end $$;

revoke execute on all functions in schema counting from public;
revoke execute on all procedures in schema counting from public;
grant execute on function counting.processes_waiting(), counting.count_process(uuid) to portal_app, portal_owner;
reset role;
