-- The person withdraws a consent (Domain/Consents/Consent.Withdrawal.cs): once, for good, by whoever takes part and sees consents or on their own
-- page, and never without what follows from it.
create policy withdrawn_once on consent as restrictive for update to portal_app
    using (withdrawn_at is null)
    with check (withdrawn_at between (select app.now()) - interval '1 minute' and (select app.now()) + interval '1 minute'
        and withdrawn_on <= ((select app.now()) at time zone 'Europe/Berlin')::date
        and withdrawn_by_user_id is not distinct from (select app.current_user_id()) and withdrawn_by_actor_id is not distinct from (select app.actor())
        -- By nobody: the person on their own page (person-walls.sql).
        and (withdrawn_by_user_id is not null or case_id = (select app.person_case())));

-- A consent is given before it is withdrawn.
create policy stands on consent as restrictive for insert to portal_app with check (withdrawn_at is null);

set local role portal_reader;

-- What the grounds of an actor cover that have not ended.
create or replace function reading.founded_on(of_case uuid, of_actor uuid) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(bit_or(g.covers), 0) from participation_ground g
    where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.actor_id = of_actor and g.ended_on is null
$$;

-- Was this carried out? The case says so, and nothing rests on the consent any more: no access, no open handover, and who received something on
-- it that nothing else covers was asked to delete it.
create or replace function reading.is_carried_out(of_case uuid, of_consent uuid, recipient uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_event e where e.tenant_id = (select app.tenant()) and e.case_id = of_case and e.kind = 'ConsentWithdrawn'
            and e.user_id is not distinct from (select app.current_user_id()) and e.other_actor_id = recipient and e.recorded_at >= (select app.now()) - interval '1 minute')
        and not exists (select from participation_ground g
            where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.consent_id = of_consent and g.ended_on is null)
        and not exists (select from handover_ground g
            join handover h on h.tenant_id = g.tenant_id and h.case_id = g.case_id and h.id = g.handover_id and h.state in ('Sent', 'ClarificationRequested')
            where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.consent_id = of_consent)
        and not exists (select from participation p
            where p.tenant_id = (select app.tenant()) and p.case_id = of_case and p.actor_id = recipient and p.is_active
              and (p.categories & ~reading.founded_on(of_case, recipient)) <> 0)
        and (not exists (select from participation_ground g
                where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.actor_id = recipient and g.consent_id = of_consent
                  and (g.covers & ~reading.founded_on(of_case, recipient)) <> 0)
            or exists (select from deletion_request r
                where r.tenant_id = (select app.tenant()) and r.case_id = of_case and r.consent_id = of_consent))
$$;

-- Is this what may be asked of the recipient of a withdrawn consent? Categories that it covered, of the case with this number.
create or replace function reading.may_ask_to_delete(of_case uuid, of_consent uuid, recipient uuid, asked integer, number_of_case text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from consent c join case_path p on p.tenant_id = c.tenant_id and p.id = c.case_id and p.number = number_of_case
        where c.tenant_id = (select app.tenant()) and c.case_id = of_case and c.id = of_consent and c.recipient_actor_id = recipient
          and c.withdrawn_at is not null and asked <> 0 and (asked & ~c.covers) = 0)
$$;

create or replace function reading.is_withdrawn(of_case uuid, of_consent uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from consent c where c.tenant_id = (select app.tenant()) and c.case_id = of_case and c.id = of_consent and c.withdrawn_at is not null)
$$;

revoke execute on function reading.is_carried_out(uuid, uuid, uuid), reading.founded_on(uuid, uuid),
    reading.may_ask_to_delete(uuid, uuid, uuid, integer, text), reading.is_withdrawn(uuid, uuid) from public;
grant execute on function reading.is_carried_out(uuid, uuid, uuid), reading.may_ask_to_delete(uuid, uuid, uuid, integer, text), reading.is_withdrawn(uuid, uuid)
    to portal_app, portal_owner;
reset role;

-- Asked at the commit, because what follows is saved after it.
create or replace function app.check_withdrawal() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not reading.is_carried_out(new.case_id, new.id, new.recipient_actor_id) then
        raise insufficient_privilege using message = 'a consent is withdrawn together with all that rests on it';
    end if;
    return null;
end $$;
drop trigger if exists withdrawn on consent;
create constraint trigger withdrawn after update on consent deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function app.check_withdrawal();

-- A handover that is open may be taken back by whoever has withdrawn the consent, and by that deed in no other way changed.
create policy recalled on handover for update to portal_app
    using (state in ('Sent', 'ClarificationRequested') and reading.participates(case_id) and reading.lost_consent(id, case_id))
    with check (state = 'Withdrawn' and reading.participates(case_id) and reading.lost_consent(id, case_id));

-- Of sending and withdrawing at once the second sees what the first has done: both take the row of the path.
create or replace function app.guard_handover_ground() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform from case_path c where c.tenant_id = new.tenant_id and c.id = new.case_id for no key update;
    if reading.is_withdrawn(new.case_id, new.consent_id) then
        raise unique_violation using constraint = 'consent_is_withdrawn', message = 'nothing is handed over on a withdrawn consent';
    end if;
    return null;
end $$;
create or replace trigger guard after insert on handover_ground
    for each row when (current_user = 'portal_app' and new.consent_id is not null) execute function app.guard_handover_ground();

-- deletion_request: what a recipient is asked, and what it answers, once. It reads it without seeing the case; so do those who take part in it,
-- and the data protection officer, who sees nothing else of a case. The clock sees what is not answered, to remind of it.
create policy seen on deletion_request for select to portal_app using (
    actor_id = (select app.actor()) or (select app.role()) = 'DataProtectionOfficer' or reading.participates(case_id)
    or ((select app.role()) = 'Clock' and answered_at is null));
create policy asked on deletion_request for insert to portal_app with check (
    answered_at is null and asked_at <= (select app.now()) + interval '1 minute' and reading.participates(case_id)
    and reading.may_ask_to_delete(case_id, consent_id, actor_id, covers, case_number));
create policy answered on deletion_request for update to portal_app
    using (actor_id = (select app.actor()) and answered_at is null)
    with check (actor_id = (select app.actor()) and answered_by_user_id = (select app.current_user_id())
        and answered_at between (select app.now()) - interval '1 minute' and (select app.now()) + interval '1 minute');
