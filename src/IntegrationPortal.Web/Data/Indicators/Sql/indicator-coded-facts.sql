-- Facts with a code of a list (fact_code) become facts that are counted: entitlements, transfers of benefit system, work. What was written
-- without a code is not counted, and nothing is estimated. A second entry with the same code and first day corrects the one before. The
-- actor that supplies a number is the one that leads the case, whoever wrote the fact down.
grant select on fact_code to portal_counter;
set local role portal_counter;

create or replace procedure counting.read_coded_facts(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    call counting.read_entitlements(town);
    call counting.read_transfers(town);
    call counting.read_work(town);
end $$;

-- Entitlements that end: by their last day, and whether they lapsed. The same rule as Domain/Persons/Entitlement.cs.
create or replace procedure counting.read_entitlements(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    with issued as (
        select distinct on (f.case_id, f.code, f.valid_from) f.case_id, f.code, f.valid_from, f.valid_until
        from indicator_raw.working w
        join person_fact f on f.tenant_id = w.tenant_id and f.case_id = w.subject_id and f.kind = 'CourseEntitlement' and f.code is not null
        where w.tenant_id = town and f.tenant_id = town
        order by f.case_id, f.code, f.valid_from, f.recorded_at desc, f.id desc),
    begun as (
        select f.case_id, f.code, f.valid_from as day
        from indicator_raw.working w
        join person_fact f on f.tenant_id = w.tenant_id and f.case_id = w.subject_id and f.kind = 'CourseStart' and f.code is not null
        where w.tenant_id = town and f.tenant_id = town
        union all
        select s.case_id, c.code, case when not c.begun_when_done then s.started_on when s.state = 'Done' then s.ended_on end
        from indicator_raw.working w
        join case_step s on s.tenant_id = w.tenant_id and s.case_id = w.subject_id
        join fact_code c on c.kind = 'CourseStart' and c.begun_by_step = s.template_key
        where w.tenant_id = town and s.tenant_id = town),
    entitlement as (
        select i.*, lead(i.valid_from) over (partition by i.case_id, i.code order by i.valid_from) as next_from,
            (select min(b.day) from begun b where b.case_id = i.case_id and b.code = i.code and b.day between i.valid_from and i.valid_until) as used_on
        from issued i)
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, hits)
    select town, e.case_id, 'entitlement', e.valid_until, e.valid_until + 1, c.lead_actor_id, array[e.used_on is null]
    from entitlement e join case_path c on c.tenant_id = town and c.id = e.case_id
    -- Extended before it was used or over: the next one stands for it.
    where e.valid_until is not null and (e.next_from is null or e.next_from > e.valid_until or coalesce(e.used_on < e.next_from, false));
end $$;

-- The first payment under SGB II of somebody who had AsylbLG before, and the days without any benefit in between. Where nobody has
-- written down when AsylbLG ended, the transfer is not counted.
create or replace procedure counting.read_transfers(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    with benefit as (
        select b.*, lead(b.valid_from) over (partition by b.case_id order by b.valid_from, b.code) as next_from
        from (
            select distinct on (f.case_id, f.code, f.valid_from) f.case_id, f.code, c.counts_as, f.valid_from, f.valid_until
            from indicator_raw.working w
            join person_fact f on f.tenant_id = w.tenant_id and f.case_id = w.subject_id and f.kind = 'Benefit'
            join fact_code c on c.kind = 'Benefit' and c.code = f.code
            where w.tenant_id = town and f.tenant_id = town
            order by f.case_id, f.code, f.valid_from, f.recorded_at desc, f.id desc) b),
    paid as (
        select distinct on (p.case_id) p.case_id, p.valid_from as day
        from benefit p
        where p.counts_as = 'sgb2' and exists (select from benefit a where a.case_id = p.case_id and a.counts_as = 'asylblg' and a.valid_from < p.valid_from)
        order by p.case_id, p.valid_from),
    transfer as (
        select p.*, last.ended_on
        from paid p
        cross join lateral (
            select least(a.valid_until, (select min(n.valid_from) - 1 from benefit n
                where n.case_id = p.case_id and n.counts_as = 'none' and n.valid_from > a.valid_from and n.valid_from <= p.day)) as ended_on
            from benefit a where a.case_id = p.case_id and a.counts_as = 'asylblg' and a.valid_from < p.day
            order by a.valid_from desc, a.code limit 1) last
        where last.ended_on is not null),
    counted as (
        select t.*, (select count(*) from generate_series(t.ended_on + 1, t.day - 1, interval '1 day') d
            where not exists (select from benefit o where o.case_id = t.case_id and o.counts_as = 'benefit'
                and d between o.valid_from and coalesce(o.valid_until, o.next_from - 1, 'infinity'))) as days
        from transfer t)
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, hits, amount)
    select town, t.case_id, 'transfer', t.day, t.day, c.lead_actor_id, array[t.days = 0], t.days
    from counted t join case_path c on c.tenant_id = town and c.id = t.case_id;
end $$;

-- Twelve, 24 and 36 months after a case was opened: everybody of working age on the day it was opened, and what of the newest fact about
-- work holds on that day. Those of whom nothing is known are not in work, so that a share cannot rise by writing down good news only.
create or replace procedure counting.read_work(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, reason, hits)
    select town, c.id, 'work' || h.months, o.day, o.day, c.lead_actor_id, k.kind, array[k.kind is not null]
    from indicator_raw.working w
    join case_path c on c.tenant_id = w.tenant_id and c.id = w.subject_id
    cross join (values (12), (24), (36)) h (months)
    cross join lateral (select counting.day_of(c.opened_at) as opened_on, (counting.day_of(c.opened_at) + make_interval(months => h.months))::date as day) o
    cross join lateral (select counting.age_on(p.born, o.opened_on) as age from person p where p.tenant_id = town and p.case_id = c.id order by p.id limit 1) a
    left join lateral (
        select case when f.valid_until >= o.day or f.valid_until is null then x.counts_as end as kind
        from person_fact f join fact_code x on x.kind = 'Employment' and x.code = f.code
        where f.tenant_id = town and f.case_id = c.id and f.kind = 'Employment' and f.valid_from <= o.day
        order by f.valid_from desc, f.recorded_at desc, f.id desc limit 1) k on true
    where w.tenant_id = town and c.tenant_id = town
      and a.age between counting.threshold('work-age-from', o.opened_on) and counting.threshold('work-age-to', o.opened_on);
end $$;

reset role;
