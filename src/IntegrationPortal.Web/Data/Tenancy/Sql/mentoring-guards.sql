-- What must hold in mentoring also for whoever goes around the domain: moves of a tandem, the rules before a trial, whose columns are
-- whose, and that a correction keeps what stood there.

-- The table of moves of a tandem (Domain/Mentoring/TandemState.cs); a test walks all pairs in both.
create or replace function app.tandem_may_move(was text, becomes text) returns boolean language sql stable parallel safe
    return case becomes
        when 'Screening' then was in ('Requested', 'Proposed')
        when 'Proposed' then was in ('Requested', 'Screening', 'Trial', 'Active', 'Paused')
        when 'Trial' then was = 'Proposed'
        when 'Active' then was in ('Trial', 'Paused')
        when 'Paused' then was = 'Active'
        when 'Ending' then was in ('Trial', 'Active', 'Paused')
        when 'Ended' then was <> 'Ended'
        else false end;

-- Both sides have agreed, confidentiality is declared, and where minors are a clear certificate was seen and still holds.
create or replace function app.trial_may_begin(of_tandem uuid, minors boolean) returns boolean language sql stable set search_path = public, pg_temp as $$
    select exists (select from tandem_mentor m join volunteer v on v.tenant_id = m.tenant_id and v.id = m.volunteer_id
            where m.tenant_id = app.tenant() and m.tandem_id = of_tandem and m.until is null and m.agreed_on is not null
              and v.state = 'Active' and v.confidentiality_on is not null
              and (not minors or (v.certificate_is_clear and v.certificate_next_on >= (app.now() at time zone 'Europe/Berlin')::date)))
        and not exists (select from tandem_mentee e
            where e.tenant_id = app.tenant() and e.tandem_id = of_tandem and e.agreed_on is null)
$$;

create or replace function app.guard_tandem() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if app.role() = 'Volunteer' and (new.state <> 'Ending' or to_jsonb(new) - 'state' <> to_jsonb(old) - 'state') then
        raise insufficient_privilege using message = 'a mentor only ends a tandem';
    end if;
    if app.role() = 'Clock' and to_jsonb(new) - array['reminded_of_quiet_since', 'reminded_of_review_due']
        <> to_jsonb(old) - array['reminded_of_quiet_since', 'reminded_of_review_due'] then
        raise insufficient_privilege using message = 'the clock only reminds';
    end if;
    if new.state <> old.state and not app.tandem_may_move(old.state, new.state) then
        raise insufficient_privilege using message = format('a tandem does not move from %s to %s', old.state, new.state);
    end if;
    if new.state = 'Ended' and (new.ended_on is null or new.end_reason is null) then
        raise insufficient_privilege using message = 'a tandem ends with date and reason';
    end if;
    -- Taken over by a colleague of its organisation, for themselves, while it lasts, and nothing else with it.
    if new.responsible_user_id <> old.responsible_user_id and (app.role() <> 'VolunteerCoordinator' or old.state = 'Ended'
        or new.responsible_user_id is distinct from app.current_user_id()
        or to_jsonb(new) - 'responsible_user_id' <> to_jsonb(old) - 'responsible_user_id'
        or not exists (select from membership m where m.tenant_id = old.tenant_id and m.actor_id = old.actor_id
            and m.user_id = new.responsible_user_id and m.role = 'VolunteerCoordinator' and m.ended_at is null
            and m.valid_from <= app.now() and (m.valid_until is null or m.valid_until > app.now()))) then
        raise insufficient_privilege using message = 'a tandem is taken over by a colleague for themselves';
    end if;
    return new;
end $$;
create or replace trigger guard before update on tandem
    for each row when (current_user = 'portal_app') execute function app.guard_tandem();

-- At the commit, when the agreements of the same save are there too.
create or replace function app.check_trial() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if app.trial_may_begin(new.id, new.with_minors) then
        return null;
    end if;
    raise insufficient_privilege using message = 'a trial needs agreement of both sides, confidentiality and, with minors, a certificate';
end $$;
drop trigger if exists begun on tandem;
create constraint trigger begun after update of state on tandem deferrable initially deferred
    for each row when (current_user = 'portal_app' and new.state = 'Trial' and old.state <> 'Trial') execute function app.check_trial();

-- A pause with minors does not end without the certificate that their beginning needed.
create or replace function app.check_resumption() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from tandem_mentor m join volunteer v on v.tenant_id = m.tenant_id and v.id = m.volunteer_id
            where m.tenant_id = new.tenant_id and m.tandem_id = new.id and m.until is null
              and v.certificate_is_clear and v.certificate_next_on >= (app.now() at time zone 'Europe/Berlin')::date) then
        return null;
    end if;
    raise insufficient_privilege using message = 'with minors nothing goes on without a certificate';
end $$;
drop trigger if exists resumed on tandem;
create constraint trigger resumed after update of state on tandem deferrable initially deferred
    for each row when (current_user = 'portal_app' and new.with_minors and new.state = 'Active' and old.state = 'Paused')
    execute function app.check_resumption();

-- A volunteer describes the own profile and notes no facts; the clock forgets and writes nothing.
create or replace function app.guard_volunteer() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    described constant text[] := array['called_name', 'languages', 'times', 'district', 'interests', 'limits'];
    certificate constant text[] := array['certificate_seen_on', 'certificate_seen_by', 'certificate_is_clear', 'certificate_next_on'];
begin
    if app.role() = 'Volunteer' and old.user_id is null and reading.is_invited(old.id) then
        if new.user_id is distinct from app.current_user_id() or to_jsonb(new) - 'user_id' <> to_jsonb(old) - 'user_id' then
            raise insufficient_privilege using message = 'whoever accepts a profile takes it as it is';
        end if;
        return new;
    end if;
    if app.role() = 'Volunteer' and to_jsonb(new) - described <> to_jsonb(old) - described then
        raise insufficient_privilege using message = 'facts about a volunteer are noted by the coordination';
    end if;
    if app.role() = 'Clock' and (new.certificate_seen_on is not null or to_jsonb(new) - certificate <> to_jsonb(old) - certificate) then
        raise insufficient_privilege using message = 'the clock only forgets a certificate';
    end if;
    if new.actor_id <> old.actor_id then
        raise insufficient_privilege using message = 'a volunteer stays with the organisation';
    end if;
    return new;
end $$;
create or replace trigger guard before update on volunteer
    for each row when (current_user = 'portal_app') execute function app.guard_volunteer();

-- Only the own yes: a mentor agrees and does not leave by themselves.
create or replace function app.guard_mentor() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if app.role() = 'Volunteer' and new.until is distinct from old.until then
        raise insufficient_privilege using message = 'the coordination changes the mentor';
    end if;
    return new;
end $$;
create or replace trigger guard before update on tandem_mentor
    for each row when (current_user = 'portal_app') execute function app.guard_mentor();

-- After the days of editing (reference data) a meeting changes only together with the version that stood there.
create or replace function app.check_correction() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    written constant date := (old.recorded_at at time zone 'Europe/Berlin')::date;
    today constant date := (app.now() at time zone 'Europe/Berlin')::date;
begin
    if today <= written + (select r.value from deadline_rule r
            where r.key = 'session-edit' and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
        or exists (select from session_version v where v.tenant_id = old.tenant_id and v.session_id = old.id and v.version = old.version
            and (v.held_on, v.quarter_hours, v.place, v.activities, v.light, v.has_expenses)
              = (old.held_on, old.quarter_hours, old.place, old.activities, old.light, old.has_expenses)
            and (v.goal, v.next_meeting_on, v.note) is not distinct from (old.goal, old.next_meeting_on, old.note)) then
        return null;
    end if;
    raise insufficient_privilege using message = 'a correction keeps what stood there';
end $$;
drop trigger if exists corrected on mentoring_session;
create constraint trigger corrected after update on mentoring_session deferrable initially deferred
    for each row when (current_user = 'portal_app') execute function app.check_correction();

-- The clock passes a late concern on and answers none; an answer stays.
create or replace function app.guard_concern() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if old.answered_at is not null or (app.role() = 'Clock' and new.answered_at is not null)
        or (app.role() <> 'Clock' and new.escalated_at is distinct from old.escalated_at) then
        raise insufficient_privilege using message = 'a concern is answered once, by whom it was raised for';
    end if;
    return new;
end $$;
create or replace trigger guard before update on concern
    for each row when (current_user = 'portal_app') execute function app.guard_concern();
