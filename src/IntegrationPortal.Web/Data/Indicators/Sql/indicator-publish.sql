-- From counts to published numbers. What is published once is changed only by a group; otherwise the earlier number stands.
set local role portal_counter;

-- A month of which nothing is told has too few like any other, or its absence would be a zero.
create or replace function counting.fill(town uuid, key text, first_month date, today date, at timestamptz) returns void language sql set search_path = public, pg_temp as $$
    insert into indicator.cell (code, version, municipality_key, month, dimension, part, basis, as_of, published_at)
    select d.code, d.version, key, m.month, s.dimension, s.part, 'hidden', m.month, at
    from (select g::date as month, counting.month_end(g::date) + counting.threshold('settled', today)::int <= today as settled
        from generate_series(first_month, counting.month_of(today), interval '1 month') g) m
    cross join lateral counting.definitions_in(m.month) d
    join indicator_raw.rule r on r.code = d.code
    cross join lateral (select '' as dimension, '' as part
        union all select p.dimension, p.part from indicator.part p where m.settled and p.dimension = any (d.dimensions)) s
    where m.settled or d.kind not in ('share', 'sum') or r.fact = 'open'
    on conflict do nothing;
$$;

-- Writes one number as it may be seen, and keeps the counts it was made of.
create or replace procedure counting.tell(key text, d indicator.definition, c indicator_raw.count, shown boolean, stands_for date, at timestamptz)
    language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator.cell values (d.code, d.version, key, c.month, c.dimension, c.part,
        case when shown then case d.kind when 'share' then c.n_hit else c.amount end end,
        case when shown and d.kind = 'share' then c.n end,
        case when shown then 'shown' else 'hidden' end, stands_for, at)
    on conflict on constraint cell_pkey do update set
        amount = excluded.amount, denominator = excluded.denominator, basis = excluded.basis, as_of = excluded.as_of, published_at = excluded.published_at;
    insert into indicator_raw.published values (c.tenant_id, d.code, c.month, c.dimension, c.part, c.persons, c.hit_persons, c.miss_persons, c.n, c.n_hit,
        c.amount, shown, stands_for)
    on conflict on constraint published_pkey do update set persons = excluded.persons, hit_persons = excluded.hit_persons, miss_persons = excluded.miss_persons,
        n = excluded.n, n_hit = excluded.n_hit, amount = excluded.amount, shown = excluded.shown, as_of = excluded.as_of;
end $$;

-- The parts of one dimension for shares with the same denominator: hidden together, or two tables would tell what each hides.
create or replace procedure counting.publish_shares(town uuid, key text, codes text[], dim text, m date, today date, at timestamptz)
    language plpgsql set search_path = public, pg_temp as $$
declare
    fewest constant int := counting.threshold('fewest', today);
    rate constant int := counting.threshold('rate-denominator', today);
    dominance constant numeric := counting.threshold('dominance', today);
    reasons constant boolean := counting.is_answer(dim);
    told text[];
    parts text[];
    persons int[];
    numbers int[][];
    too_small boolean[];
    hidden boolean[];
    d indicator.definition;
    c indicator_raw.count;
begin
    -- Only with a total that was published from the same counts; or the parts would tell of its change.
    select array_agg(p.code order by p.code) into told
    from indicator_raw.published p
    join indicator_raw.count x on x.tenant_id = town and x.code = p.code and x.month = m and x.dimension = ''
    join counting.definitions_in(m) v on v.code = p.code and dim = any (v.dimensions)
    where p.tenant_id = town and p.code = any (codes) and p.month = m and p.dimension = '' and p.shown and p.n = x.n and p.n_hit = x.n_hit;
    if told is null then
        return;
    end if;

    with part as (
        select p.part, p.position, u.code, x.persons, x.hit_persons, x.miss_persons,
            case when reasons then x.hit_persons else x.persons end as size,
            case when reasons then coalesce(x.hit_persons >= fewest and x.top <= dominance, false)
                else counting.is_fit('share', 'persons', x.persons, x.hit_persons, x.miss_persons, x.n, x.top, fewest, rate, dominance) end as fit
        from indicator.part p cross join unnest(told) as u (code)
        left join indicator_raw.count x on x.tenant_id = town and x.code = u.code and x.month = m and x.dimension = dim and x.part = p.part
        where p.dimension = dim)
    select (select array_agg(p.part order by p.position) from part p where p.code = told[1]),
        (select array_agg(s.size order by s.position) from (select position, max(coalesce(size, 0)) as size from part group by position) s),
        (select array_agg(s.small order by s.position) from (select position, not bool_and(fit) as small from part group by position) s),
        (select array_agg(l.line) from (
            select array_agg(coalesce(case k when 'hit' then hit_persons else miss_persons end, 0) order by position) as line
            from part cross join unnest(case when reasons then array['hit'] else array['hit', 'miss'] end) k group by code, k) l)
    into parts, persons, too_small, numbers;
    hidden := case when counting.is_result(dim)
        then counting.hide_results(fewest, persons, too_small, array_position(parts, (select r.hit from indicator_raw.result_rule r where r.code = told[1])))
        else counting.hide(fewest, persons, numbers, too_small) end;

    -- Against what stands: no part closes again, and what changes, also of the hidden ones together, changes by a group.
    if exists (
        select from (
            select old.shown, sum(coalesce(x.n_hit, 0) - old.n_hit) as hits, sum(coalesce(x.hit_persons, 0) - old.hit_persons)::int as hit_persons,
                sum(coalesce(x.n - x.n_hit, 0) - old.n + old.n_hit) as misses, sum(coalesce(x.miss_persons, 0) - old.miss_persons)::int as miss_persons,
                bool_or(old.shown and hidden[array_position(parts, old.part)]) as closes
            from indicator_raw.published old
            left join indicator_raw.count x on x.tenant_id = town and x.code = old.code and x.month = m and x.dimension = dim and x.part = old.part
            where old.tenant_id = town and old.code = any (told) and old.month = m and old.dimension = dim
            -- Each shown part for itself, the hidden ones of a table as one.
            group by old.code, old.shown, case when old.shown then old.part end) s
        where closes or not counting.by_a_group(hits, hit_persons, fewest) or not (reasons or counting.by_a_group(misses, miss_persons, fewest))) then
        return;
    end if;

    -- A row is published whole or not at all; nothing new is no publication.
    if not exists (
        select from unnest(told) as u (code) cross join unnest(parts) as q (part)
        left join indicator_raw.count x on x.tenant_id = town and x.code = u.code and x.month = m and x.dimension = dim and x.part = q.part
        left join indicator_raw.published old on old.tenant_id = town and old.code = u.code and old.month = m and old.dimension = dim and old.part = q.part
        where old.code is null or old.shown = hidden[array_position(parts, q.part)] or old.n_hit <> coalesce(x.n_hit, 0)
            or (old.n <> coalesce(x.n, 0) and not reasons)) then
        return;
    end if;
    for d in select v.* from counting.definitions_in(m) v where v.code = any (told) order by v.code loop
        for i in 1..cardinality(parts) loop
            select * into c from indicator_raw.count x where x.tenant_id = town and x.code = d.code and x.month = m and x.dimension = dim and x.part = parts[i];
            if c.tenant_id is null then
                c := row(town, d.code, m, dim, parts[i], 0, 0, 0, 0, 0, null, 0);
            end if;
            if reasons then
                -- Of all counted, so many are in the numerator for this reason or in this kind, or ended so.
                c.n := (select x.n from indicator_raw.count x where x.tenant_id = town and x.code = d.code and x.month = m and x.dimension = '');
            end if;
            call counting.tell(key, d, c, not hidden[i], m, at);
        end loop;
    end loop;
end $$;

-- One number: may it be told, and may it follow the one that stands? A stock is held against the month before too, since the same persons
-- stand in both; what may not change stands, a stock under the name of its month.
create or replace procedure counting.publish_number(town uuid, key text, code text, m date, dim text, of_part text, is_stock boolean, may_be_told boolean, today date, at timestamptz)
    language plpgsql set search_path = public, pg_temp as $$
declare
    fewest constant int := counting.threshold('fewest', today);
    this_month constant date := counting.month_of(today);
    d indicator.definition;
    about text;
    c indicator_raw.count;
    old indicator_raw.published;
    fit boolean;
begin
    select * into d from counting.definitions_in(m) v where v.code = publish_number.code;
    select r.about into about from indicator_raw.rule r where r.code = d.code;
    select * into c from indicator_raw.count x where x.tenant_id = town and x.code = d.code and x.month = m and x.dimension = dim and x.part = of_part;
    select * into old from indicator_raw.published p
    where p.tenant_id = town and p.code = d.code and p.dimension = dim and p.part = of_part and (p.month = m or (is_stock and p.month < m))
    order by p.month desc limit 1;
    -- A month that is over keeps its stock; what is older than a year stands, also when what it was counted from is forgotten.
    if old.month = m and ((is_stock and m < this_month) or m < this_month - make_interval(months => counting.threshold('recounted', today)::int)) then
        return;
    end if;

    fit := may_be_told and counting.is_fit(d.kind, about, c.persons, c.hit_persons, c.miss_persons, c.n, c.top, fewest,
        counting.threshold('rate-denominator', today)::int, counting.threshold('dominance', today));
    if fit and old.shown then
        if old.month = m and (old.n, old.n_hit, old.amount) is not distinct from (c.n, c.n_hit, c.amount) then
            return;
        end if;
        fit := case
            when d.kind = 'share' and about = 'persons' then counting.by_a_group(c.n_hit - old.n_hit, c.hit_persons - old.hit_persons, fewest)
                and counting.by_a_group(c.n - c.n_hit - old.n + old.n_hit, c.miss_persons - old.miss_persons, fewest)
            else counting.by_a_group(case when (old.amount, old.n_hit) is distinct from (c.amount, c.n_hit) or (d.kind = 'share' and old.n <> c.n) then 1 else 0 end,
                c.persons - old.persons, fewest) end;
    end if;
    if fit then
        call counting.tell(key, d, c, true, m, at);
    elsif old.shown and old.month < m then
        call counting.tell(key, d, row(town, d.code, m, '', '', old.persons, old.hit_persons, old.miss_persons, old.n, old.n_hit, old.amount, 0), true, old.as_of, at);
    end if;
end $$;

-- All tables touched: totals, then the rows of shares, then the parts of medians.
create or replace procedure counting.publish(town uuid, key text, today date, at timestamptz) language plpgsql set search_path = public, pg_temp as $$
declare
    settled constant int := counting.threshold('settled', today);
    stands_since constant date := counting.month_of(today) - make_interval(months => counting.threshold('recounted', today)::int);
    k record;
begin
    for k in
        select r.code, t.month, t.fact in ('open', 'tandem') as is_stock
        from indicator_raw.touched t
        join indicator_raw.rule r on r.fact = t.fact
        join lateral counting.definitions_in(t.month) v on v.code = r.code
        where t.tenant_id = town and (v.kind not in ('share', 'sum') or t.fact = 'open' or counting.month_end(t.month) + settled <= today)
        order by t.month, r.code
    loop
        call counting.publish_number(town, key, k.code, k.month, '', '', k.is_stock, true, today, at);
    end loop;

    for k in
        select t.month, r.codes, dim
        from indicator_raw.touched t
        join lateral (select q.family, array_agg(q.code order by q.code) as codes from indicator_raw.rule q
            where q.fact = t.fact and q.family is not null and q.hit is not null group by q.family) r on true
        cross join lateral (select distinct unnest(v.dimensions) as dim from counting.definitions_in(t.month) v where v.code = any (r.codes)) s
        where t.tenant_id = town and t.fact <> 'open' and counting.month_end(t.month) + settled <= today
          and not (t.month < stands_since
            and exists (select from indicator_raw.published p where p.tenant_id = town and p.code = any (r.codes) and p.month = t.month and p.dimension = dim))
        order by t.month, dim
    loop
        call counting.publish_shares(town, key, k.codes, k.dim, k.month, today, at);
    end loop;

    -- Nothing adds up to a median. But that there is one says that five stand behind it, so beside a share of the same persons it is told
    -- only where that is, or their total would leave the others little room.
    for k in
        select r.code, t.month, x.dimension, x.part,
            exists (select from indicator_raw.published p where p.tenant_id = town and p.code = r.code and p.month = t.month and p.dimension = '' and p.shown)
            and (r.family is null or exists (select from indicator_raw.published p join indicator_raw.rule q on q.code = p.code and q.family = r.family and q.hit is not null
                where p.tenant_id = town and p.month = t.month and p.dimension = x.dimension and p.part = x.part and p.shown)) as may_be_told
        from (select distinct q.code, y.month from indicator_raw.touched y join indicator_raw.rule o on o.fact = y.fact
            join indicator_raw.rule q on q.code = o.code or q.family = o.family where y.tenant_id = town) t
        join indicator_raw.rule r on r.code = t.code and r.hit is null
        join indicator_raw.count x on x.tenant_id = town and x.code = r.code and x.month = t.month and x.dimension <> ''
        where counting.month_end(t.month) + settled <= today
        order by t.month, r.code, x.dimension, x.part
    loop
        -- What may not be told is hidden already (counting.fill), or stands.
        continue when not k.may_be_told;
        call counting.publish_number(town, key, k.code, k.month, k.dimension, k.part, false, true, today, at);
    end loop;
    delete from indicator_raw.touched x where x.tenant_id = town;
end $$;

-- A municipality that joins while the portal runs has no working days yet, and without them no handover is counted. When it is to be counted
-- the portal tells them once, from its own calendar; days that are known stay. What was counted before is counted anew.
create or replace function counting.without_days() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select t.id from tenant t where exists (select from indicator_raw.dirty d where d.tenant_id = t.id)
        and not exists (select from indicator_raw.working_day w where w.tenant_id = t.id);
$$;
create or replace function counting.learn_days(town uuid, since date, worked boolean[]) returns void language sql security definer set search_path = public, pg_temp as $$
    insert into indicator_raw.dirty select distinct f.tenant_id, f.subject_id from indicator_raw.fact f where f.tenant_id = town;
    insert into indicator_raw.working_day (tenant_id, day, ordinal, worked)
        select t.id, since + d.n::int - 1, sum(d.is_worked::int) over (order by d.n), d.is_worked
        from tenant t cross join unnest(worked) with ordinality as d (is_worked, n)
        where t.id = town and not exists (select from indicator_raw.working_day w where w.tenant_id = town)
        on conflict do nothing;
$$;

-- Who waits to be counted: something was written, or a new day has begun.
create or replace function counting.waiting() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select d.tenant_id from indicator_raw.dirty d
    union select c.tenant_id from indicator_raw.counted c where c.today < counting.day_of(app.now());
$$;

-- Counts one municipality and publishes what may be told. Returns how many cases and tandems were in hand.
create or replace function counting.refresh(town uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    at constant timestamptz := app.now();
    today constant date := counting.day_of(at);
    before constant text := current_setting('app.tenant', true);
    key text;
    last indicator_raw.counted;
    begun date;
    taken int;
begin
    -- Two portals never count the same municipality at once. The second does not wait: what it came for is in hand, or still marked at its next turn.
    if not pg_try_advisory_xact_lock(hashtextextended('counting ' || town, 0)) then
        return 0;
    end if;
    select t.key into key from tenant t where t.id = town;
    if key is null then
        delete from indicator_raw.dirty where tenant_id = town;
        return 0;
    end if;
    perform set_config('app.tenant', town::text, true);
    with taken as (delete from indicator_raw.dirty where tenant_id = town returning subject_id)
    insert into indicator_raw.working select distinct town, subject_id from taken on conflict do nothing;
    get diagnostics taken = row_count;
    select * into last from indicator_raw.counted c where c.tenant_id = town;
    if taken > 0 then
        call counting.read_facts(town);
        call counting.replace_facts(town, today);
    end if;
    if last.today < today then
        call counting.touch_days(town, last.today, today);
    end if;
    call counting.recount(town, today);
    select least(min(t.month), last.first_month) into begun from indicator_raw.touched t where t.tenant_id = town;
    if begun is not null and (last.today is null or last.today < today or begun < last.first_month) then
        perform counting.fill(town, key, begun, today, at);
        insert into indicator_raw.counted values (town, today, begun) on conflict (tenant_id) do update set today = excluded.today, first_month = excluded.first_month;
    end if;
    call counting.publish(town, key, today, at);
    perform set_config('app.tenant', coalesce(before, ''), true);
    return taken;
end $$;

reset role;
