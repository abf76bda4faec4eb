-- Facts with a code of a list (fact_code) become facts that are counted: entitlements, transfers of benefit system, work. What was written
-- without a code is not counted, nor what was withdrawn, and nothing is estimated. A second entry with the same code and first day corrects
-- the one before. The actor that supplies a number is the one that leads the case, whoever wrote the fact down.
grant select on fact_code to portal_counter;
grant usage on schema app to portal_counter;
grant execute on function app.standing_facts(uuid, uuid, date) to portal_counter;
set local role portal_counter;

create or replace procedure counting.read_coded_facts(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    call counting.read_entitlements(town);
    call counting.read_transfers(town);
    call counting.read_work(town);
end $$;

-- Entitlements that end: by their last day, and whether they lapsed. The same rule as Domain/Persons/Entitlement.cs. Case by case, so that
-- the time grows with the cases and not with their square.
create or replace procedure counting.read_entitlements(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, hits)
    select town, c.id, 'entitlement', e.valid_until, e.valid_until + 1, c.lead_actor_id, array[e.used_on is null]
    from indicator_raw.working w
    join case_path c on c.tenant_id = w.tenant_id and c.id = w.subject_id
    cross join lateral (
        with issued as (
            select distinct on (f.code, f.valid_from) f.code, f.valid_from, f.valid_until from person_fact f
            where f.tenant_id = town and f.case_id = c.id and f.kind = 'CourseEntitlement' and f.code is not null and f.withdrawn_at is null
            order by f.code, f.valid_from, f.recorded_at desc, f.id desc),
        begun as (
            select f.code, f.valid_from as day from person_fact f
            where f.tenant_id = town and f.case_id = c.id and f.kind = 'CourseStart' and f.code is not null and f.withdrawn_at is null
            union all
            select k.code, case when not k.begun_when_done then s.started_on when s.state = 'Done' then s.ended_on end
            from case_step s join fact_code k on k.kind = 'CourseStart' and k.begun_by_step = s.template_key
            where s.tenant_id = town and s.case_id = c.id)
        select i.valid_until, lead(i.valid_from) over (partition by i.code order by i.valid_from) as next_from,
            (select min(b.day) from begun b where b.code = i.code and b.day between i.valid_from and i.valid_until) as used_on
        from issued i) e
    where w.tenant_id = town and c.tenant_id = town
      -- Extended before it was used or over: the next one stands for it.
      and e.valid_until is not null and (e.next_from is null or e.next_from > e.valid_until or coalesce(e.used_on < e.next_from, false));
end $$;

-- The first payment under SGB II of somebody who had AsylbLG before, and the days without any benefit in between. Where nobody has
-- written down when AsylbLG ended, the transfer is not counted.
create or replace procedure counting.read_transfers(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, hits, amount)
    select town, c.id, 'transfer', t.day, t.day, c.lead_actor_id, array[t.days = 0], t.days
    from indicator_raw.working w
    join case_path c on c.tenant_id = w.tenant_id and c.id = w.subject_id
    cross join lateral (
        with benefit as (
            select b.*, lead(b.valid_from) over (order by b.valid_from, b.code) as next_from
            from (
                select distinct on (f.code, f.valid_from) f.code, k.counts_as, f.valid_from, f.valid_until
                from person_fact f join fact_code k on k.kind = 'Benefit' and k.code = f.code
                where f.tenant_id = town and f.case_id = c.id and f.kind = 'Benefit' and f.withdrawn_at is null
                order by f.code, f.valid_from, f.recorded_at desc, f.id desc) b),
        paid as (
            select min(p.valid_from) as day from benefit p
            where p.counts_as = 'sgb2' and exists (select from benefit a where a.counts_as = 'asylblg' and a.valid_from < p.valid_from)),
        last as (
            select p.day, least(a.valid_until, (select min(n.valid_from) - 1 from benefit n
                where n.counts_as = 'none' and n.valid_from > a.valid_from and n.valid_from <= p.day)) as ended_on
            from paid p join benefit a on a.counts_as = 'asylblg' and a.valid_from < p.day
            order by a.valid_from desc, a.code limit 1)
        select l.day, (select count(*) from generate_series(l.ended_on + 1, l.day - 1, interval '1 day') d
            where not exists (select from benefit o where o.counts_as = 'benefit'
                and d between o.valid_from and coalesce(o.valid_until, o.next_from - 1, 'infinity'))) as days
        from last l where l.ended_on is not null) t
    where w.tenant_id = town and c.tenant_id = town;
end $$;

-- Twelve, 24 and 36 months after a case was opened: everybody of working age on the day it was opened, and what of the standing facts about
-- work holds on that day and counts (app.standing_facts); of several the newest says of which kind it is. Those of whom nothing is known are not in work, so that a share cannot rise by writing down good news only.
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
        select x.counts_as as kind
        from app.standing_facts(town, c.id, o.day) f join fact_code x on x.kind = f.kind and x.code = f.code
        where f.kind = 'Employment' and x.counts_as is not null and (f.valid_until is null or f.valid_until >= o.day)
        order by f.valid_from desc, f.recorded_at desc, f.id desc limit 1) k on true
    where w.tenant_id = town and c.tenant_id = town
      and a.age between counting.threshold('work-age-from', o.opened_on) and counting.threshold('work-age-to', o.opened_on);
end $$;

reset role;
