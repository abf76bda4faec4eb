-- From events to facts, one municipality at a time: the tenant wall binds portal_counter as it binds everybody, and app.tenant is set by
-- counting.refresh for as long as it counts there.
grant select on tenant, actor, case_event, case_path, case_step, consent, person, person_fact, tandem, tandem_mentee, mentoring_request,
    mentoring_session, deadline_rule to portal_counter;
grant execute on function app.tenant(), app.now() to portal_counter;
grant usage on schema app to portal_counter;
create policy counted on actor for select to portal_counter using (true);
create policy counted on case_event for select to portal_counter using (true);
create policy counted on case_path for select to portal_counter using (true);
create policy counted on case_step for select to portal_counter using (true);
create policy counted on consent for select to portal_counter using (true);
create policy counted on person for select to portal_counter using (true);
create policy counted on person_fact for select to portal_counter using (true);
create policy counted on tandem for select to portal_counter using (true);
create policy counted on tandem_mentee for select to portal_counter using (true);
create policy counted on mentoring_request for select to portal_counter using (true);
create policy counted on mentoring_session for select to portal_counter using (true);

set local role portal_counter;

create or replace function counting.day_of(at timestamptz) returns date language sql immutable parallel safe
    return (at at time zone 'Europe/Berlin')::date;
create or replace function counting.month_of(day date) returns date language sql immutable parallel safe
    return make_date(extract(year from day)::int, extract(month from day)::int, 1);
create or replace function counting.month_end(month date) returns date language sql immutable parallel safe
    return (month + interval '1 month')::date - 1;

-- Where the day or month of birth is not known, the middle of what it can mean (PartialDate.AgeOn).
create or replace function counting.age_on(born text, day date) returns int language sql immutable parallel safe
    return extract(year from age(day, case length(born)
        when 4 then make_date(born::int, 1, 1) + (make_date(born::int, 12, 31) - make_date(born::int, 1, 1)) / 2
        when 7 then (born || '-01')::date + (((born || '-01')::date + interval '1 month')::date - 1 - (born || '-01')::date) / 2
        else born::date end))::int;
-- One expression, so that PostgreSQL puts it into the query that asks; a function of several parts is called for each fact, which took longer than all the rest.
create or replace function counting.age_band(born text, day date) returns text language sql immutable parallel safe
    return case when born is null then 'unknown'
        else (array['0-5', '6-17', '18-24', '25-34', '35-49', '50+'])[1 + width_bucket(counting.age_on(born, day), array[6, 18, 25, 35, 50])] end;

-- A thing of a case or tandem was written or taken away: it is counted anew. No unique key, so that nobody waits for anybody here.
create or replace function counting.mark_cases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.dirty select distinct tenant_id, case_id from changed;
    return null;
end $$;
create or replace function counting.mark_tandems() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.dirty select distinct tenant_id, id from changed;
    return null;
end $$;
create or replace function counting.mark_meetings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.dirty select distinct tenant_id, tandem_id from changed;
    return null;
end $$;
create or replace function counting.mark_entries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.dirty_entry select distinct municipality_key, code, month from changed;
    return null;
end $$;

-- Facts of the cases and tandems in hand (indicator_raw.working) into indicator_raw.fresh.
create or replace procedure counting.read_facts(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    delete from indicator_raw.fresh where tenant_id = town;

    -- Handovers: one fact for each, by the day of sending; and one for the pair of actors, by the day of accepting.
    with handover as (
        select e.case_id, e.handover_id,
            min(e.happened_at) filter (where e.kind = 'HandoverSent') as sent_at,
            min(e.happened_at) filter (where e.kind = 'HandoverAccepted') as accepted_at,
            min(e.happened_at) filter (where e.kind in ('HandoverAccepted', 'HandoverDeclined', 'HandoverExpired', 'ClarificationRequested')) as answered_at,
            bool_or(e.kind = 'ClarificationRequested') as asked,
            bool_or(e.kind = 'HandoverDeclined') as declined,
            bool_or(e.kind = 'HandoverWithdrawn') as withdrawn,
            min(e.reason) filter (where e.kind = 'HandoverDeclined') as reason,
            (array_agg(e.other_actor_id) filter (where e.kind = 'HandoverSent'))[1] as receiver,
            (array_agg(e.actor_id) filter (where e.kind = 'HandoverSent'))[1] as sender
        from indicator_raw.working w join case_event e on e.tenant_id = w.tenant_id and e.case_id = w.subject_id
        where w.tenant_id = town and e.tenant_id = town and e.handover_id is not null
        group by e.case_id, e.handover_id),
    timed as (
        select h.*, counting.day_of(h.sent_at) as sent_on, counting.day_of(h.accepted_at) as accepted_on, counting.day_of(h.answered_at) as answered_on,
            r.value as target, sent.ordinal as sent_ordinal, accepted.ordinal - sent.ordinal as days, due.day as target_on
        from handover h
        join indicator_raw.working_day sent on sent.tenant_id = town and sent.day = counting.day_of(h.sent_at)
        left join indicator_raw.working_day accepted on accepted.tenant_id = town and accepted.day = counting.day_of(h.accepted_at)
        join deadline_rule r on r.key = 'handover-escalation' and counting.day_of(h.sent_at) between r.valid_from and coalesce(r.valid_to, 'infinity')
        join indicator_raw.working_day due on due.tenant_id = town and due.worked and due.ordinal = sent.ordinal + r.value
        where h.sent_at is not null)
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, other_actor_id, reason, hits, amount)
    select town, case_id, 'handover', sent_on, least(answered_on, target_on + 1), receiver, null, reason,
        array[coalesce(days <= target, false), asked, declined], days
    from timed where not withdrawn
    union all
    select town, case_id, 'pair', accepted_on, accepted_on, least(sender, receiver), greatest(sender, receiver), null, null, null
    from timed where accepted_on is not null and sender <> receiver;

    -- Steps: by the day they are due. One that was open when its case was closed counts where it was late already: nobody hides it by closing, and
    -- what was not due yet is nobody's fault.
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, hits)
    select town, s.case_id, 'step', s.due_on, least(s.ended_on, s.due_on + 1), s.responsible_actor_id, array[coalesce(s.state = 'Done' and s.ended_on <= s.due_on, false)]
    from indicator_raw.working w join case_step s on s.tenant_id = w.tenant_id and s.case_id = w.subject_id
    join case_path c on c.tenant_id = s.tenant_id and c.id = s.case_id
    where w.tenant_id = town and s.tenant_id = town and c.tenant_id = town and s.started_on is not null and s.due_on is not null and s.state <> 'Skipped'
      and (c.closed_on is null or s.state = 'Done' or s.due_on < c.closed_on);

    -- From step to step of a template.
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, hits, amount)
    select town, case_id, fact, day, day, actor_id, array[hit], case when first <= last then last - first end
    from (
        select w.subject_id as case_id, r.fact, f.on_day as first, t.on_day as last,
            case r.month_of when 'to' then t.on_day else f.on_day end as day,
            case r.month_of when 'to' then t.responsible_actor_id else f.responsible_actor_id end as actor_id,
            case r.month_of when 'to' then t.on_day - f.on_day <= r.within_days else t.on_day is not null end as hit
        from indicator_raw.working w
        join indicator_raw.rule r on r.from_step is not null
        join lateral (select case r.from_moment when 'done' then case when s.state = 'Done' then s.ended_on end else s.started_on end as on_day, s.responsible_actor_id
            from case_step s where s.tenant_id = town and s.case_id = w.subject_id and s.template_key = r.from_step limit 1) f on f.on_day is not null
        left join lateral (select case r.to_moment when 'done' then case when s.state = 'Done' then s.ended_on end else s.started_on end as on_day, s.responsible_actor_id
            from case_step s where s.tenant_id = town and s.case_id = w.subject_id and s.template_key = r.to_step limit 1) t on true
        where w.tenant_id = town) path
    where day is not null;

    -- Open cases and their consents, from a day until a day: open until the last step has ended or the case was closed, whichever came first.
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, until, counts_from, actor_id)
    select town, c.id, 'open', counting.day_of(c.opened_at), least(case when not s.is_open then greatest(s.last_end, counting.day_of(c.opened_at)) end, c.closed_on), counting.day_of(c.opened_at), c.lead_actor_id
    from indicator_raw.working w
    join case_path c on c.tenant_id = w.tenant_id and c.id = w.subject_id
    join lateral (select bool_or(s.state in ('Planned', 'Active', 'Blocked')) as is_open, max(s.ended_on) as last_end
        from case_step s where s.tenant_id = town and s.case_id = c.id) s on s.is_open is not null
    where w.tenant_id = town and c.tenant_id = town
    union all
    select town, c.case_id, 'consent', c.given_on, least(c.until + 1, c.withdrawn_on), c.given_on, null
    from indicator_raw.working w join consent c on c.tenant_id = w.tenant_id and c.case_id = w.subject_id
    where w.tenant_id = town and c.tenant_id = town;

    -- Tandems and their meetings.
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, until, counts_from, actor_id, reason, hits, amount)
    select town, t.id, 'tandem', t.trial_since, t.ended_on, t.trial_since, t.actor_id, null::text, null::boolean[], null::numeric
    from indicator_raw.working w join tandem t on t.tenant_id = w.tenant_id and t.id = w.subject_id
    where w.tenant_id = town and t.tenant_id = town and t.trial_since is not null
    union all
    select town, t.id, 'lasting', (t.trial_since + interval '6 months')::date, null, (t.trial_since + interval '6 months')::date, t.actor_id, null,
        array[t.ended_on is null or t.ended_on > (t.trial_since + interval '6 months')::date], null
    from indicator_raw.working w join tandem t on t.tenant_id = w.tenant_id and t.id = w.subject_id
    where w.tenant_id = town and t.tenant_id = town and t.trial_since is not null
    union all
    select town, t.id, 'wait', t.trial_since, null, t.trial_since, t.actor_id, null, null, greatest(0, t.trial_since - counting.day_of(r.entered_at))
    from indicator_raw.working w join tandem t on t.tenant_id = w.tenant_id and t.id = w.subject_id
    join tandem_mentee m on m.tenant_id = t.tenant_id and m.tandem_id = t.id
    join mentoring_request r on r.tenant_id = m.tenant_id and r.id = m.request_id
    where w.tenant_id = town and t.tenant_id = town and t.trial_since is not null
    union all
    select town, s.tandem_id, 'meeting', s.held_on, null, s.held_on, s.actor_id, null, null, s.quarter_hours / 4.0
    from indicator_raw.working w join mentoring_session s on s.tenant_id = w.tenant_id and s.tandem_id = w.subject_id
    where w.tenant_id = town and s.tenant_id = town;

    call counting.read_results(town);
    call counting.read_coded_facts(town);

    -- Age and status as they were at the end of the month. Diverse, not stated and not asked are one part: each alone would be so small
    -- that it took the others with it.
    -- Fact by fact. Looked up once for a case and month and joined to the facts again, each was compared with all: PostgreSQL does not know how many there are.
    update indicator_raw.fresh f set
        sex = case p.sex when 'Male' then 'm' when 'Female' then 'w' else 'other' end,
        age_band = counting.age_band(p.born, counting.month_end(counting.month_of(f.day))),
        status_group = coalesce((
            select coalesce(g.part, 'unknown') from person_fact x left join indicator_raw.status_group g on g.code = x.code
            where x.tenant_id = town and x.case_id = f.subject_id and x.kind = 'ResidenceStatus' and x.withdrawn_at is null
              and x.valid_from <= counting.month_end(counting.month_of(f.day))
            order by x.valid_from desc, x.recorded_at desc, x.id desc limit 1), 'unknown')
    from case_path c
    left join lateral (select born, sex from person p where p.tenant_id = town and p.case_id = c.id order by p.id limit 1) p on true
    where f.tenant_id = town and f.fact not in ('pair', 'open', 'consent') and c.tenant_id = town and c.id = f.subject_id;
end $$;

reset role;

create or replace trigger counted_new after insert on case_event referencing new table as changed for each statement execute function counting.mark_cases();
create or replace trigger counted_gone after delete on case_event referencing old table as changed for each statement execute function counting.mark_cases();
create or replace trigger counted_new after insert on tandem referencing new table as changed for each statement execute function counting.mark_tandems();
create or replace trigger counted_changed after update on tandem referencing new table as changed for each statement execute function counting.mark_tandems();
create or replace trigger counted_new after insert on mentoring_session referencing new table as changed for each statement execute function counting.mark_meetings();
create or replace trigger counted_changed after update on mentoring_session referencing new table as changed for each statement execute function counting.mark_meetings();
create or replace trigger counted_gone after delete on mentoring_session referencing old table as changed for each statement execute function counting.mark_meetings();
create or replace trigger counted_new after insert on indicator_entry referencing new table as changed for each statement execute function counting.mark_entries();
