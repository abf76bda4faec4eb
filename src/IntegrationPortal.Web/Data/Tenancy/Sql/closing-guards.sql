-- A closed case is read and not written (Domain/CasePaths/CasePath.Closing.cs), also by whoever goes around the domain. Asked at the commit,
-- because rows of one save come in any order; like move-guards.sql it binds the application role. The clock goes on: it ends grounds.
set local role portal_reader;

create or replace function reading.is_closed(of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_path c where c.tenant_id = (select app.tenant()) and c.id = of_case and c.closed_on is not null)
$$;

-- Does the acting actor lead this case, or coordinate and take part in it, and not in an emergency? That is who closes and reopens it.
create or replace function reading.leads(of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_path c
        join participation p on p.tenant_id = c.tenant_id and p.case_id = c.id and p.actor_id = (select app.actor()) and p.is_active and p.until is null
        where c.tenant_id = (select app.tenant()) and c.id = of_case
          and (c.lead_actor_id = (select app.actor()) or (select app.role()) = 'Coordinator'))
$$;

-- Whose participation ended at the moment at which the case was closed last, it ended with the case.
create or replace function reading.ended_with_case(of_case uuid, ended timestamptz) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_path c where c.tenant_id = (select app.tenant()) and c.id = of_case and c.closed_at = ended)
$$;

-- Why an ended participation begins again: a handover accepted since, or the case it ended with was reopened.
create or replace function reading.is_taken_up(of_case uuid, actor uuid, ended timestamptz) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from handover h where h.tenant_id = (select app.tenant()) and h.case_id = of_case and h.to_actor_id = actor
            and h.state in ('Accepted', 'Arrived', 'Completed') and h.accepted_at >= ended)
        or exists (select from case_path c where c.tenant_id = (select app.tenant()) and c.id = of_case and c.closed_at = ended and c.closed_on is null)
$$;

-- Who reads a closed case: its lead and the coordination, and an emergency until its end.
create or replace function reading.reads_on(of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select not exists (select from participation p
        join case_path c on c.tenant_id = p.tenant_id and c.id = p.case_id
        join actor a on a.tenant_id = p.tenant_id and a.id = p.actor_id
        where p.tenant_id = (select app.tenant()) and p.case_id = of_case and p.is_active and p.until is null
          and p.actor_id <> c.lead_actor_id and a.kind <> 'municipal_coordination')
$$;

revoke execute on function reading.is_closed(uuid), reading.leads(uuid), reading.ended_with_case(uuid, timestamptz),
    reading.is_taken_up(uuid, uuid, timestamptz), reading.reads_on(uuid) from public;
grant execute on function reading.is_closed(uuid), reading.leads(uuid), reading.ended_with_case(uuid, timestamptz),
    reading.is_taken_up(uuid, uuid, timestamptz), reading.reads_on(uuid) to portal_app, portal_owner;
reset role;

-- Closing and reopening: by whom, on which day, and not while a handover waits for an answer. Whoever sends takes the row of the path first
-- (move-guards.sql), so of sending and closing at once the second sees what the first has done.
create or replace function app.guard_closing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not reading.leads(new.id) then
        raise insufficient_privilege using message = 'a case is closed and reopened by its lead or the coordination that takes part';
    end if;
    if old.closed_on is null then
        if new.closed_on is null or new.closed_at is null or new.closure_reason is null or new.erase_on is null
            or new.closed_at not between app.now() - interval '1 minute' and app.now() + interval '1 minute'
            or new.erase_on < ((app.now() at time zone 'Europe/Berlin')::date + (select make_interval(months => r.value) from deadline_rule r
                where r.key = 'closed-at-least' and (app.now() at time zone 'Europe/Berlin')::date between r.valid_from and coalesce(r.valid_to, 'infinity')))::date
            or new.closed_on not between (new.opened_at at time zone 'Europe/Berlin')::date and (app.now() at time zone 'Europe/Berlin')::date then
            raise insufficient_privilege using message = 'a case is closed with a day, a reason and a day of deletion';
        end if;
        if exists (select from handover h where h.tenant_id = new.tenant_id and h.case_id = new.id and h.state in ('Sent', 'ClarificationRequested')) then
            raise unique_violation using constraint = 'case_has_open_handover', message = 'nobody waits for an answer when a case is closed';
        end if;
    elsif new.closed_on is not null or new.closure_reason is not null or new.erase_on is not null or new.closed_at <> old.closed_at then
        raise insufficient_privilege using message = 'how a case was closed stays, until it is reopened';
    end if;
    return new;
end $$;
create or replace trigger closing before update of closed_on, closed_at, closure_reason, erase_on on case_path
    for each row when (current_user = 'portal_app' and (new.closed_on, new.closed_at, new.closure_reason, new.erase_on)
        is distinct from (old.closed_on, old.closed_at, old.closure_reason, old.erase_on)) execute function app.guard_closing();

-- At the commit: it is told, and nobody but the lead and the coordination goes on reading.
create or replace function app.check_closing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (select from case_event e where e.tenant_id = new.tenant_id and e.case_id = new.id and e.user_id = app.current_user_id()
            and e.kind = case when new.closed_on is null then 'CaseReopened' else 'CaseClosed' end
            and e.recorded_at >= coalesce(new.closed_at, 'infinity')) then
        raise insufficient_privilege using message = 'closing and reopening stand in the timeline';
    end if;
    if reading.is_closed(new.id) and not reading.reads_on(new.id) then
        raise insufficient_privilege using message = 'a closed case is read by its lead and the coordination';
    end if;
    return null;
end $$;
drop trigger if exists closed on case_path;
create constraint trigger closed after update of closed_on on case_path deferrable initially deferred
    for each row when (current_user = 'portal_app' and new.closed_on is distinct from old.closed_on) execute function app.check_closing();

-- What is written about a case needs one that runs. But for the withdrawal of a consent, which is never refused (GDPR Art. 7 (3)): it is all that
-- can be updated of one (grants.sql).
create or replace function app.check_running() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if app.role() <> 'Clock' and reading.is_closed(new.case_id) then
        raise insufficient_privilege using message = 'a closed case is read and not written';
    end if;
    return null;
end $$;
do $$
declare t text;
begin
    foreach t in array array['person', 'person_fact', 'further_template', 'handover', 'handover_content', 'handover_message', 'handover_sheet'] loop
        execute format('drop trigger if exists running on %I', t);
        execute format('create constraint trigger running after insert or update on %I deferrable initially deferred for each row
            when (current_user = ''portal_app'') execute function app.check_running()', t);
    end loop;
end $$;

-- A sheet of the person is not printed anew; it is revoked, and its codes are counted. What the person asked before is answered.
drop trigger if exists running on person_link;
create constraint trigger running after insert on person_link deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function app.check_running();
drop trigger if exists running_printed on person_link;
create constraint trigger running_printed after update of token_hash on person_link deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.token_hash <> old.token_hash) execute function app.check_running();
drop trigger if exists running on person_question;
create constraint trigger running after insert on person_question deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function app.check_running();

drop trigger if exists running on consent;
create constraint trigger running after insert on consent deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function app.check_running();

-- Steps: closing takes away whose turn they are, and nothing else.
drop trigger if exists running on case_step;
create constraint trigger running after update on case_step deferrable initially deferred for each row
    when (current_user = 'portal_app' and (new.is_current or to_jsonb(new) - 'is_current' <> to_jsonb(old) - 'is_current'))
    execute function app.check_running();
drop trigger if exists running_added on case_step;
create constraint trigger running_added after insert on case_step deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function app.check_running();

-- Nobody begins to take part but in an emergency; and of what happens only that, reopening, and what the clock does.
drop trigger if exists running on participation;
create constraint trigger running after update on participation deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.is_active and not old.is_active and new.until is null) execute function app.check_running();
drop trigger if exists running_joined on participation;
create constraint trigger running_joined after insert on participation deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.until is null) execute function app.check_running();
drop trigger if exists running on case_event;
create constraint trigger running after insert on case_event deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.kind not in ('CaseClosed', 'AccessBroken', 'GroundsLapsed', 'ConsentWithdrawn', 'PersonLinkRevoked', 'ProcessingRestricted', 'RestrictionLifted')) execute function app.check_running();

-- The lead of a closed case stays.
create or replace function app.guard_closed_lead() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise insufficient_privilege using message = 'the lead of a closed case stays';
end $$;
create or replace trigger closed_lead before update of lead_actor_id on case_path
    for each row when (current_user = 'portal_app' and old.closed_on is not null and new.closed_on is not null and new.lead_actor_id <> old.lead_actor_id)
    execute function app.guard_closed_lead();
