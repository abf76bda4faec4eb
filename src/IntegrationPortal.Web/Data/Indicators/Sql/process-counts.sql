-- What really happened to the steps and handovers of one municipality in the months that are over, before anything is hidden.
-- Each table is read once, from beginning to end of the municipality, and nothing is looked up case by case (no nested loops), so that it is
-- bearable with 100,000 cases; sorting stays in memory up to 64 MB.
grant select on template_step, handover, handover_step to portal_counter;
create policy counted on handover for select to portal_counter using (true);
create policy counted on handover_step for select to portal_counter using (true);

set local role portal_counter;

-- The steps of templates by their key, as the newest version has them.
create or replace function counting.known_steps() returns table (template_key text, key text, place int) language sql stable set search_path = public, pg_temp as $$
    select distinct on (key) template_key, key, position from template_step order by key, template_version desc
$$;

create or replace procedure counting.count_steps(town uuid, since date, until date, rate int) language plpgsql
    set search_path = public, pg_temp set enable_nestloop = off set work_mem = '64MB' as $$
begin
    with known as materialized (select * from counting.known_steps()),
    worked as materialized (select day, ordinal from indicator_raw.working_day where tenant_id = town),
    begun as (
        select s.case_id, s.id, k.template_key, k.key, k.place, s.state, s.ended_on, s.due_on, coalesce(s.started_on, s.ended_on) as begun_on
        from case_step s join known k on k.key = s.template_key
        where s.tenant_id = town and s.state in ('Active', 'Blocked', 'Done') and coalesce(s.started_on, s.ended_on) <= until),
    -- One after the other as they were begun; what was begun on the same day, in the order of the template.
    step as materialized (
        select b.*, lag(key) over way as before, lag(case when ended_on is null then begun_on else least(ended_on, until) end) over way as before_until
        from begun b window way as (partition by case_id, template_key order by begun_on, place, id)),
    event as materialized (
        select e.case_id, e.step_id, e.kind, e.reason, counting.day_of(e.happened_at) as day
        from case_event e where e.tenant_id = town and e.kind in ('StepBlocked', 'StepReopened') and e.step_id is not null),
    reopened as (select distinct step_id from event where kind = 'StepReopened' and day <= until),
    taken as materialized (
        select s.*, w.ordinal as begun, e.ordinal - w.ordinal as lasted, case when s.before is not null then greatest(0, w.ordinal - p.ordinal) end as waited, r.step_id is not null as again
        from step s
        join worked w on w.day = s.begun_on
        left join worked e on e.day = s.ended_on and s.state = 'Done' and s.ended_on <= until
        left join worked p on p.day = s.before_until
        left join reopened r on r.step_id = s.id
        where s.begun_on >= since)
    insert into indicator_raw.process_count (tenant_id, template_key, kind, a, b, persons, hit_persons, miss_persons, n, hits, days, most)
    select town, template_key, 'step', key, '', count(distinct case_id), null::bigint, null::bigint, count(*), null::bigint,
        percentile_cont(0.5) within group (order by lasted)::numeric, case when count(lasted) >= rate then percentile_disc(0.9) within group (order by lasted) end
    from taken group by template_key, key
    union all
    select town, template_key, 'edge', coalesce(before, ''), key, count(distinct case_id), null, null, count(*), null,
        percentile_cont(0.5) within group (order by waited)::numeric, case when count(waited) >= rate then percentile_disc(0.9) within group (order by waited) end
    from taken group by template_key, before, key
    union all
    select town, k.template_key, 'block', k.key, e.reason, count(distinct e.case_id), null, null, count(distinct e.case_id), null, null, null
    from event e join case_step s on s.tenant_id = town and s.case_id = e.case_id and s.id = e.step_id join known k on k.key = s.template_key
    where e.kind = 'StepBlocked' and e.reason is not null and e.day between since and until
    group by k.template_key, k.key, e.reason
    union all
    select town, template_key, 'once', key, '', count(distinct case_id), count(distinct case_id) filter (where not again), count(distinct case_id) filter (where again),
        count(*), count(*) filter (where not again), null, null
    from taken where lasted is not null or again group by template_key, key
    union all
    select town, template_key, 'time', key, '', count(distinct case_id), count(distinct case_id) filter (where kept), count(distinct case_id) filter (where not kept),
        count(*), count(*) filter (where kept), null, null
    from (select *, coalesce(lasted is not null and ended_on <= due_on, false) as kept from taken where due_on is not null and (lasted is not null or due_on <= until)) t
    group by template_key, key
    union all
    select town, later.template_key, 'order', earlier.key, later.key, count(distinct later.case_id),
        count(distinct later.case_id) filter (where earlier.begun_on <= later.begun_on), count(distinct later.case_id) filter (where earlier.begun_on > later.begun_on),
        count(*), count(*) filter (where earlier.begun_on <= later.begun_on), null, null
    from taken later
    join known n on n.key = later.key
    join known p on p.template_key = n.template_key and p.place = n.place - 1
    join step earlier on earlier.case_id = later.case_id and earlier.key = p.key
    group by later.template_key, earlier.key, later.key;
end $$;

create or replace procedure counting.count_handovers(town uuid, since date, until date, rate int) language plpgsql
    set search_path = public, pg_temp set enable_nestloop = off set work_mem = '64MB' as $$
begin
    with known as materialized (select * from counting.known_steps()),
    worked as materialized (select day, ordinal from indicator_raw.working_day where tenant_id = town),
    -- Of a handover with steps of several templates the first counts, so that none is counted twice.
    of_template as (
        select h.handover_id, min(k.template_key) as template_key
        from handover_step h join case_step s on s.tenant_id = town and s.case_id = h.case_id and s.id = h.step_id join known k on k.key = s.template_key
        where h.tenant_id = town group by h.handover_id),
    asked as (select distinct handover_id from case_event where tenant_id = town and kind = 'ClarificationRequested' and handover_id is not null),
    sent as materialized (
        select o.template_key, f.kind as a, r.kind as b, h.case_id, h.state, h.decline_reason, q.handover_id is not null as asked,
            case when counting.day_of(h.accepted_at) <= until then accepted.ordinal - began.ordinal end as to_accept,
            case when counting.day_of(h.arrived_at) <= until then arrived.ordinal - accepted.ordinal end as to_arrive
        from handover h
        join of_template o on o.handover_id = h.id
        join actor f on f.tenant_id = town and f.id = h.from_actor_id
        join actor r on r.tenant_id = town and r.id = h.to_actor_id
        join worked began on began.day = counting.day_of(h.sent_at)
        left join worked accepted on accepted.day = counting.day_of(h.accepted_at)
        left join worked arrived on arrived.day = counting.day_of(h.arrived_at)
        left join asked q on q.handover_id = h.id
        where h.tenant_id = town and h.state <> 'Withdrawn' and counting.day_of(h.sent_at) between since and until)
    insert into indicator_raw.process_count (tenant_id, template_key, kind, a, b, persons, hit_persons, miss_persons, n, hits, days, most)
    select town, template_key, 'sent', a, b, count(distinct case_id), null::bigint, null::bigint, count(*), null::bigint, null::numeric, null::int
    from sent group by template_key, a, b
    union all
    select town, template_key, 'accept', a, b, count(distinct case_id), null, null, count(*), null,
        percentile_cont(0.5) within group (order by to_accept)::numeric, case when count(*) >= rate then percentile_disc(0.9) within group (order by to_accept) end
    from sent where to_accept is not null group by template_key, a, b
    union all
    select town, template_key, 'arrive', a, b, count(distinct case_id), null, null, count(*), null,
        percentile_cont(0.5) within group (order by to_arrive)::numeric, case when count(*) >= rate then percentile_disc(0.9) within group (order by to_arrive) end
    from sent where to_arrive is not null group by template_key, a, b
    union all
    select town, template_key, s.kind, a, b, count(distinct case_id), count(distinct case_id) filter (where s.hit), count(distinct case_id) filter (where not s.hit),
        count(*), count(*) filter (where s.hit), null, null
    from sent cross join lateral (values ('asked', asked), ('declined', state = 'Declined'), ('expired', state = 'Expired')) s (kind, hit)
    where state not in ('Sent', 'ClarificationRequested') group by template_key, a, b, s.kind
    union all
    select town, template_key, 'reason', '', decline_reason, count(distinct case_id), null, null, count(*), null, null, null
    from sent where state = 'Declined' and decline_reason is not null group by template_key, decline_reason;
end $$;

reset role;
