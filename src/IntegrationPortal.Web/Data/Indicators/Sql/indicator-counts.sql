-- From facts to counts: what a table would say if nothing were hidden.
set local role portal_counter;

-- Replaces the facts of what is in hand, and notes which tables that touches.
create or replace procedure counting.replace_facts(town uuid, today date) language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.touched
    select town, fact, generate_series(counting.month_of(day), least(counting.month_of(coalesce(until, today)), counting.month_of(today)), interval '1 month')::date
    from (
        (select f.* from indicator_raw.fact f join indicator_raw.working w on w.tenant_id = f.tenant_id and w.subject_id = f.subject_id where w.tenant_id = town
            except all select * from indicator_raw.fresh where tenant_id = town)
        union all
        (select * from indicator_raw.fresh where tenant_id = town
            except all select f.* from indicator_raw.fact f join indicator_raw.working w on w.tenant_id = f.tenant_id and w.subject_id = f.subject_id where w.tenant_id = town)
    ) changed
    where fact in ('open', 'consent', 'tandem')
    union
    select town, fact, counting.month_of(day)
    from (
        (select f.* from indicator_raw.fact f join indicator_raw.working w on w.tenant_id = f.tenant_id and w.subject_id = f.subject_id where w.tenant_id = town
            except all select * from indicator_raw.fresh where tenant_id = town)
        union all
        (select * from indicator_raw.fresh where tenant_id = town
            except all select f.* from indicator_raw.fact f join indicator_raw.working w on w.tenant_id = f.tenant_id and w.subject_id = f.subject_id where w.tenant_id = town)
    ) changed
    where fact not in ('open', 'consent', 'tandem')
    on conflict do nothing;
    delete from indicator_raw.fact f using indicator_raw.working w where w.tenant_id = town and f.tenant_id = town and f.subject_id = w.subject_id;
    insert into indicator_raw.fact select * from indicator_raw.fresh where tenant_id = town;
    delete from indicator_raw.fresh where tenant_id = town;
    delete from indicator_raw.working where tenant_id = town;
end $$;

-- A new day brings what is due by now, and moves the last day of a stock.
create or replace procedure counting.touch_days(town uuid, since date, today date) language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.touched
    select distinct town, f.fact, counting.month_of(f.day) from indicator_raw.fact f
    where f.tenant_id = town and f.counts_from > since and f.counts_from <= today and f.fact not in ('open', 'consent', 'tandem')
    union
    select town, fact, counting.month_of(f.day) from indicator_raw.fact f
    where f.tenant_id = town and f.day > (counting.month_end(counting.month_of(since))) and f.day <= counting.month_end(counting.month_of(today)) and f.fact not in ('open', 'consent', 'tandem')
    union
    -- Shares, sums and splits appear once the month has settled.
    select distinct town, f.fact, counting.month_of(f.day) from indicator_raw.fact f
    where f.tenant_id = town and f.fact not in ('open', 'consent', 'tandem')
      and counting.month_end(counting.month_of(f.day)) + counting.threshold('settled', today)::int > since
      and counting.month_end(counting.month_of(f.day)) + counting.threshold('settled', today)::int <= today
    union
    select town, fact, m::date from unnest(array['open', 'tandem']) fact, generate_series(counting.month_of(since), counting.month_of(today), interval '1 month') m
    on conflict do nothing;
end $$;

-- The facts of one table: of a month, or of a stock on the last day of the month (today in the current one).
drop function if exists counting.facts_of(uuid, text, date, date);
create function counting.facts_of(town uuid, kind text, m date, today date)
    returns table (subject_id uuid, actor_id uuid, hits boolean[], amount numeric, age_band text, status_group text, sex text, reason text)
    language plpgsql stable set search_path = public, pg_temp as $$
declare
    on_day constant date := least(counting.month_end(m), today);
begin
    if kind = 'open' then
        return query
        select f.subject_id, f.actor_id, array[c.subject_id is null or c.holds], null::numeric, null::text, null::text, null::text, null::text
        from indicator_raw.fact f
        left join (select x.subject_id, bool_or(x.until > on_day) as holds from indicator_raw.fact x
            where x.tenant_id = town and x.fact = 'consent' and x.day <= on_day group by x.subject_id) c on c.subject_id = f.subject_id
        where f.tenant_id = town and f.fact = 'open' and f.day <= on_day and (f.until is null or f.until > on_day);
    elsif kind = 'tandem' then
        return query
        select f.subject_id, f.actor_id, null::boolean[], null::numeric, null::text, null::text, null::text, null::text from indicator_raw.fact f
        where f.tenant_id = town and f.fact = 'tandem' and f.day <= on_day and (f.until is null or f.until > on_day);
    else
        return query
        select f.subject_id, f.actor_id, f.hits, f.amount, f.age_band, f.status_group, f.sex, f.reason from indicator_raw.fact f
        where f.tenant_id = town and f.fact = kind and f.day between m and counting.month_end(m) and f.counts_from <= today;
    end if;
end $$;

-- What the indicators mean in a month: a later version counts from its own month on, and the line of the earlier one ends there.
create or replace function counting.definitions_in(m date) returns setof indicator.definition language sql stable set search_path = public, pg_temp as $$
    select distinct on (d.code) d.* from indicator.definition d where d.valid_from <= counting.month_end(m) order by d.code, d.version desc
$$;

-- Counts of one table, total and parts. Without nested loops: what was written a moment ago is not in the statistics yet.
create or replace procedure counting.count_table(town uuid, kind text, m date, today date) language plpgsql
    set search_path = public, pg_temp set enable_nestloop = off as $$
begin
    delete from indicator_raw.count c using indicator_raw.rule r where c.tenant_id = town and r.fact = kind and c.code = r.code and c.month = m;
    if kind = 'pair' then
        insert into indicator_raw.count
        select town, 'C1', m, '', '', count(distinct f.subject_id), 0, 0, (select count(*) * (count(*) - 1) / 2 from actor a where a.tenant_id = town),
            count(distinct (f.actor_id, f.other_actor_id)), null, 0
        from indicator_raw.fact f
        where f.tenant_id = town and f.fact = 'pair' and f.day between m and counting.month_end(m) and f.counts_from <= today having count(*) > 0;
        return;
    end if;

    insert into indicator_raw.count
    with told as materialized (
        select r.code, d.kind, s.dimension, s.part, k.subject_id, k.actor_id, k.hits[r.hit] or counting.is_result(s.dimension) as hit, k.amount,
            -- Somebody whose handovers were declined for two reasons is counted with the first; so is a tandem with two goals.
            not counting.is_answer(s.dimension) or s.part = min(s.part) over (partition by r.code, s.dimension, k.subject_id, k.hits[r.hit]) as first
        from counting.facts_of(town, kind, m, today) k
        join indicator_raw.rule r on r.fact = kind and (r.hit is not null or k.amount is not null or kind in ('open', 'tandem'))
        join counting.definitions_in(m) d on d.code = r.code
        cross join lateral (values ('', ''), ('age_band', k.age_band), ('status_group', k.status_group), ('sex', k.sex),
            ('decline_reason', case when k.hits[r.hit] then k.reason end), ('kind_of_work', case when k.hits[r.hit] then k.reason end),
            ('recognition_result', k.reason), ('goal_result', k.reason)) s (dimension, part)
        where s.part is not null and (s.dimension = '' or s.dimension = any (d.dimensions))),
    largest as (
        select code, dimension, part, max(persons) as persons
        from (select code, dimension, part, count(distinct subject_id) as persons from told group by code, dimension, part, actor_id) a
        group by code, dimension, part)
    select town, t.code, m, t.dimension, t.part,
        count(distinct subject_id) filter (where first), count(distinct subject_id) filter (where first and hit), count(distinct subject_id) filter (where first and not hit),
        count(*), count(*) filter (where hit),
        case t.kind when 'median' then percentile_cont(0.5) within group (order by amount) when 'sum' then sum(amount) when 'stock' then count(*) end,
        round(max(l.persons)::numeric / count(distinct subject_id), 4)
    from told t join largest l using (code, dimension, part)
    group by t.code, t.kind, t.dimension, t.part;
end $$;

create or replace procedure counting.recount(town uuid, today date) language plpgsql set search_path = public, pg_temp as $$
declare
    t record;
begin
    -- A consent is counted with the open cases.
    insert into indicator_raw.touched select town, 'open', month from indicator_raw.touched where tenant_id = town and fact = 'consent' on conflict do nothing;
    delete from indicator_raw.touched where tenant_id = town and (fact = 'consent' or month > today);
    -- What was erased would be missing from them.
    delete from indicator_raw.touched x using indicator_raw.standing s where x.tenant_id = town and s.tenant_id = town and s.fact = x.fact and s.month = x.month;
    for t in select * from indicator_raw.touched x where x.tenant_id = town loop
        call counting.count_table(town, t.fact, t.month, today);
    end loop;
end $$;

reset role;
