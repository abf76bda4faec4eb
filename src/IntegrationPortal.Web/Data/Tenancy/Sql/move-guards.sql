-- What a policy cannot say, because it never sees old and new row together, or because it is only true at the end of a
-- transaction. They bind the application role; the owner migrates and repairs.

-- A participation shrinks by hand of its actor or of the coordination and the clock; it grows only by what was handed over.
create or replace function app.guard_participation() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    was_open constant boolean := old.is_active and (old.until is null or old.until > app.now());
    grown constant integer := new.categories & ~case when was_open then old.categories else 0 end;
    lasts_longer constant boolean := coalesce(new.until, 'infinity') > coalesce(old.until, 'infinity');
begin
    if (new.categories, new.until, new.is_active) is not distinct from (old.categories, old.until, old.is_active) then
        return new;
    end if;
    -- The lead ends those of others, and gives back what ended with the case when it is reopened (closing-guards.sql).
    if new.actor_id is distinct from app.actor() and not app.steers() and (new.case_id, new.actor_id) is distinct from (app.sheet_case(), app.sheet_actor())
        and not (reading.leads(new.case_id) and (not new.is_active or reading.ended_with_case(new.case_id, old.until)))
        -- Whoever writes down that a consent was withdrawn takes away what rested on it (withdrawal-guards.sql).
        and not (grown = 0 and not lasts_longer and (new.is_active or new.categories = 0)
            and (reading.participates(new.case_id) or coalesce(new.case_id = app.withdrawing_case(), false))
            and reading.is_recalled(new.case_id, new.actor_id, old.categories, new.categories)) then
        raise insufficient_privilege using message = 'a participation is changed by its own actor';
    end if;
    if not new.is_active or (was_open and grown = 0 and not lasts_longer) then
        return new;
    end if;
    if (case when lasts_longer then new.categories else grown end & ~reading.handed_to(new.case_id, new.actor_id, true)) = 0
        or (reading.is_emergency(new.actor_id, new.until) and not was_open)
        or (not was_open and new.until is null and reading.ended_with_case(new.case_id, old.until)
            and (new.categories & ~(reading.collected_by(new.case_id, new.actor_id) | reading.handed_to(new.case_id, new.actor_id, false))) = 0) then
        return new;
    end if;
    raise insufficient_privilege using message = 'a participation cannot be widened beyond what was handed over';
end $$;
create or replace trigger guard before update of categories, until, is_active on participation
    for each row when (current_user = 'portal_app') execute function app.guard_participation();

-- At the commit: what is open was collected, or accepted, or is an emergency that was told. What had ended is not begun again by what was
-- accepted before it ended: it needs a handover accepted since, or the case that it ended with runs again.
create or replace function app.check_participation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not new.is_active
        or (tg_op = 'UPDATE' and old.is_active and (new.categories & ~old.categories) = 0 and new.until is not distinct from old.until)
        or ((new.categories & ~(reading.collected_by(new.case_id, new.actor_id) | reading.handed_to(new.case_id, new.actor_id, false)
            | case when tg_op = 'UPDATE' and new.until is not distinct from old.until and old.is_active then old.categories else 0 end)) = 0
            and (tg_op = 'INSERT' or old.is_active or reading.is_taken_up(new.case_id, new.actor_id, old.until)))
        or (reading.is_emergency(new.actor_id, new.until) and reading.is_told(new.case_id, new.actor_id, new.until)) then
        return null;
    end if;
    raise insufficient_privilege using message = 'a participation needs an accepted handover, or an emergency that is told';
end $$;
drop trigger if exists granted on participation;
create constraint trigger granted after insert or update of categories, until, is_active on participation
    deferrable initially deferred for each row when (current_user = 'portal_app') execute function app.check_participation();

-- The table of moves of a handover (Domain/Handovers/HandoverState.cs); a test walks all pairs in both.
create or replace function app.handover_may_move(was text, becomes text, receives boolean, sends boolean) returns boolean
    language sql stable parallel safe
    return case becomes
        when 'Sent' then sends and was = 'ClarificationRequested'
        when 'ClarificationRequested' then receives and was = 'Sent'
        when 'Accepted' then receives and was = 'Sent'
        when 'Declined' then receives and was in ('Sent', 'ClarificationRequested')
        when 'Withdrawn' then (sends or app.role() = 'Coordinator') and was in ('Sent', 'ClarificationRequested')
        when 'Expired' then app.role() = 'Clock' and was in ('Sent', 'ClarificationRequested')
        when 'Arrived' then receives and was = 'Accepted'
        when 'Completed' then receives and was = 'Arrived'
        when 'Returned' then receives and was in ('Accepted', 'Arrived')
        else false end;
create or replace function app.guard_handover() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.state = old.state or app.handover_may_move(old.state, new.state, new.to_actor_id = app.actor() or app.sheet_answers(new.id, new.kind, new.state), new.from_actor_id = app.actor())
        or (new.state = 'Withdrawn' and old.state in ('Sent', 'ClarificationRequested') and reading.lost_consent(new.id, new.case_id)) then
        return new;
    end if;
    raise insufficient_privilege using message = format('a handover does not move from %s to %s by this actor', old.state, new.state);
end $$;
create or replace trigger guard before update of state on handover
    for each row when (current_user = 'portal_app') execute function app.guard_handover();

-- At most one open handover of a step to the same actor: of two sent at once the second waits for the first and is refused, like the
-- second open transfer of a case (an index can say that one, but not this one: state and receiver stand in another row than the step).
create or replace function app.guard_handover_step() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    -- Whoever sends from this case waits here; the next statement sees what the one before has committed.
    perform from case_path c where c.tenant_id = new.tenant_id and c.id = new.case_id for no key update;
    if exists (select from case_path c where c.tenant_id = new.tenant_id and c.id = new.case_id and c.closed_on is not null) then
        raise unique_violation using constraint = 'case_is_closed', message = 'a closed case is not handed over';
    end if;
    if exists (select from handover mine
        join handover other on other.tenant_id = mine.tenant_id and other.case_id = mine.case_id and other.to_actor_id = mine.to_actor_id
            and other.id <> mine.id and other.state in ('Sent', 'ClarificationRequested')
        join handover_step s on s.tenant_id = other.tenant_id and s.handover_id = other.id and s.step_id = new.step_id
        where mine.tenant_id = new.tenant_id and mine.id = new.handover_id) then
        raise unique_violation using constraint = 'handover_step_on_its_way', message = 'this step is on its way to this actor already';
    end if;
    return null;
end $$;
create or replace trigger guard after insert on handover_step
    for each row when (current_user = 'portal_app') execute function app.guard_handover_step();

-- A step stays in the line of the process in which it was written.
create or replace function app.guard_line() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise insufficient_privilege using message = 'a step stays in its process';
end $$;
create or replace trigger stays before update of template_key, further_key on case_step
    for each row when (current_user = 'portal_app' and (new.template_key, new.further_key) is distinct from (old.template_key, old.further_key)) execute function app.guard_line();

-- The lead moves as the newest answer to a transfer says, accepted or returned, and in no other way.
create or replace trigger led after update of state on handover
    for each row when (new.kind = 'Transfer' and new.state is distinct from old.state and new.state in ('Accepted', 'Returned')) execute function reading.note_lead_turn();
create or replace function app.check_lead() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.lead_actor_id = old.lead_actor_id or reading.lead_has_moved(new.id, old.lead_actor_id, new.lead_actor_id) then
        return null;
    end if;
    raise insufficient_privilege using message = 'the lead moves with a transfer that was accepted or returned';
end $$;
drop trigger if exists led on case_path;
create constraint trigger led after update of lead_actor_id on case_path
    deferrable initially deferred for each row when (current_user = 'portal_app') execute function app.check_lead();

-- What the receiver writes when it declines, returns or completes is written once, and only with that answer.
create or replace function app.check_answer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from handover h where h.tenant_id = new.tenant_id and h.id = new.handover_id and (h.to_actor_id = app.actor() or h.id = app.sheet())
            and (new.reason_text is not distinct from old.reason_text or (old.reason_text is null and h.state in ('Declined', 'Returned')))
            and (new.report is not distinct from old.report or (old.report is null and h.state = 'Completed'))) then
        return null;
    end if;
    raise insufficient_privilege using message = 'the receiver answers once';
end $$;
drop trigger if exists answered on handover_content;
create constraint trigger answered after update on handover_content
    deferrable initially deferred for each row when (current_user = 'portal_app') execute function app.check_answer();
