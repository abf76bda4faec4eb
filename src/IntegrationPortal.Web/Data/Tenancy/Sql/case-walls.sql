-- Tables whose rows open or route a case have walls of their own; all other case tables follow from the model.

-- case_path: the path. While an actor opens a case it sees the row before it takes part.
create policy seen on case_path for select to portal_app using (
    (select app.steers())
    or exists (select from participation p where p.tenant_id = case_path.tenant_id and p.case_id = case_path.id
        and p.actor_id = (select app.actor()) and p.is_active and (p.until is null or p.until > (select app.now())) offset 0)
    or (opened_by_actor_id = (select app.actor()) and not exists (select from participation p
        where p.tenant_id = case_path.tenant_id and p.case_id = case_path.id and p.actor_id = (select app.actor()) offset 0)));
create policy opened on case_path for insert to portal_app with check (
    opened_by_actor_id = (select app.actor()) and lead_actor_id = (select app.actor()) and next_end_on is null
    and closed_on is null and closed_at is null and restricted = 0);
create policy moved on case_path for update to portal_app using ((select app.steers()) or reading.participates(id));

-- further_template: added once by the lead, or the coordination that takes part, for now; not the process with which the case was opened.
create policy added on further_template as restrictive for insert to portal_app with check (
    reading.participates(case_id) and added_at <= (select app.now()) + interval '1 minute'
    and exists (select from process_template t where t.key = template_key and t.version = template_version and t.subject = 'Person')
    and exists (select from case_path c where c.tenant_id = further_template.tenant_id and c.id = further_template.case_id
        and c.template_key <> further_template.template_key and ((select app.role()) = 'Coordinator' or c.lead_actor_id = (select app.actor()))));

-- case_step: added by whoever may add a process.
create policy added on case_step as restrictive for insert to portal_app with check (
    (select app.role()) = 'Coordinator' or exists (select from case_path c where c.tenant_id = case_step.tenant_id and c.id = case_step.case_id
        and c.lead_actor_id = (select app.actor())));

-- participation: the row that opens a case. Nobody can be given more than was collected or handed over; the guards of
-- move-guards.sql see to the rest.
create policy seen on participation for select to portal_app using (
    actor_id = (select app.actor()) or (select app.steers()) or reading.participates(case_id));
create policy joined on participation for insert to portal_app with check (
    actor_id = (select app.actor()) and next_end_on is null
    and ((categories & ~(reading.collected_by(case_id, actor_id) | reading.handed_to(case_id, actor_id, true))) = 0
        or reading.is_emergency(actor_id, until)));
create policy moved on participation for update to portal_app
    using (actor_id = (select app.actor()) or (select app.steers()) or reading.participates(case_id));

-- participation_ground: why. Written by the actor itself, ended by whoever is on the path.
create policy seen on participation_ground for select to portal_app using (
    actor_id = (select app.actor()) or (select app.steers()) or reading.participates(case_id));
create policy joined on participation_ground for insert to portal_app with check (
    actor_id = (select app.actor())
    and ((covers & ~(reading.collected_by(case_id, actor_id) | reading.handed_to(case_id, actor_id, true))) = 0
        or (norm = 'break-glass' and app.role() = 'Coordinator')));
create policy ended on participation_ground for update to portal_app
    using (actor_id = (select app.actor()) or (select app.steers()) or reading.participates(case_id));

-- handover: the routing. It begins with sending, and every answer is a move (move-guards.sql). Only what the sender holds can be sent, and
-- not in an emergency; counselling never to the immigration authority (AufenthG §§ 87, 88); a withdrawn one disappears for the receiver.
create policy seen on handover for select to portal_app using (
    from_actor_id = (select app.actor())
    or (to_actor_id = (select app.actor()) and state <> 'Withdrawn')
    or (select app.steers()) or reading.participates(case_id));
create policy sent on handover for insert to portal_app with check (
    state = 'Sent' and case_closed_on is null and from_actor_id = (select app.actor()) and to_actor_id <> from_actor_id and sent_by_user_id = (select app.current_user_id())
    and previous_lead_actor_id = (select c.lead_actor_id from case_path c where c.tenant_id = handover.tenant_id and c.id = handover.case_id)
    and ((categories & 256) = 0 or not exists (select from actor a
        where a.tenant_id = handover.tenant_id and a.id = handover.to_actor_id and a.kind = 'immigration_authority'))
    and exists (select from participation p where p.tenant_id = handover.tenant_id and p.case_id = handover.case_id
        and p.actor_id = (select app.actor()) and p.is_active and p.until is null
        and (p.categories & handover.categories) = handover.categories));
create policy moved on handover for update to portal_app
    using (from_actor_id = (select app.actor()) or (to_actor_id = (select app.actor()) and state <> 'Withdrawn') or (select app.steers()));

-- What goes with the routing follows it; what is written in it belongs to the two sides.
create policy seen on handover_step for select to portal_app using (
    exists (select from handover h where h.tenant_id = handover_step.tenant_id and h.id = handover_id offset 0));
create policy sent on handover_step for insert to portal_app with check (reading.sends(handover_id, case_id, 0));
create policy seen on handover_ground for select to portal_app using (
    exists (select from handover h where h.tenant_id = handover_ground.tenant_id and h.id = handover_id offset 0));
create policy sent on handover_ground for insert to portal_app with check (reading.sends(handover_id, case_id, covers));
create policy seen on handover_content for select to portal_app using (reading.is_side(handover_id, case_id));
create policy sent on handover_content for insert to portal_app with check (reading.sends(handover_id, case_id, 0));
create policy explained on handover_content for update to portal_app using (reading.is_side(handover_id, case_id));
create policy seen on handover_message for select to portal_app using (reading.is_side(handover_id, case_id));
create policy written on handover_message for insert to portal_app with check (
    reading.is_side(handover_id, case_id) and actor_id = (select app.actor()) and user_id = (select app.current_user_id()));

-- unsent_handover: what somebody has begun to write. Theirs alone, under the hat they wore and while the case is open to it; the clock
-- sees it when it is to be forgotten.
create policy own on unsent_handover to portal_app
    using (user_id = (select app.current_user_id()) and actor_id = (select app.actor()) and reading.participates(case_id))
    with check (user_id = (select app.current_user_id()) and actor_id = (select app.actor()) and reading.participates(case_id));
create policy lapsed on unsent_handover for select to portal_app using (
    (select app.role()) = 'Clock' and kept_at < (select app.kept_since('draft-kept')));
create policy forgotten on unsent_handover for delete to portal_app using (
    (select app.role()) = 'Clock' and kept_at < (select app.kept_since('draft-kept')));

-- case_event: as the model says, and the receiver of a handover may add to the case before it takes part.
create policy answered on case_event for insert to portal_app with check (
    category = 0 and handover_id is not null and reading.is_side(handover_id, case_id));

-- Nobody writes in another's name, nor for a day to come; only the clock's own words have no author. The minute is for the time between
-- opening the connection, when app.now is set, and the deed.
create policy honest on case_event as restrictive for insert to portal_app with check (
    (user_id = (select app.current_user_id()) and actor_id = (select app.actor())
        and greatest(happened_at, recorded_at) <= (select app.now()) + interval '1 minute')
    or (user_id is null and handover_id = (select app.sheet()) and actor_id = (select app.sheet_actor())
        and greatest(happened_at, recorded_at) <= (select app.now()) + interval '1 minute')
    or (user_id is null and actor_id is null and kind = 'ConsentWithdrawn' and case_id = (select app.withdrawing_case())
        and greatest(happened_at, recorded_at) <= (select app.now()) + interval '1 minute')
    or (user_id is null and actor_id is null and (kind = 'GroundsLapsed' or (select app.role()) = 'Clock'
        or (kind = 'HandoverWithdrawn' and reading.lost_consent(handover_id, case_id)))));
create policy honest on person_fact as restrictive for insert to portal_app with check (
    recorded_by_user_id = (select app.current_user_id()) and recorded_by_actor_id = (select app.actor()) and withdrawn_at is null);
-- A fact is taken back once, never given back, by the actor that recorded it or that leads the case, and in the own name.
create policy withdrawn_once on person_fact as restrictive for update to portal_app
    using (withdrawn_at is null and (recorded_by_actor_id = (select app.actor())
        or exists (select from case_path c where c.tenant_id = person_fact.tenant_id and c.id = person_fact.case_id
            and c.lead_actor_id = (select app.actor()) offset 0)))
    with check (withdrawn_at is not null and withdrawn_by_user_id = (select app.current_user_id()) and withdrawn_by_actor_id = (select app.actor()));
create policy honest on consent as restrictive for insert to portal_app with check (
    recorded_by_user_id = (select app.current_user_id()) and recorded_by_actor_id = (select app.actor()));

-- The trails can be added to and, by the data protection officer, read; sides of a handover see who has read it.
create policy written on access_entry for insert to portal_app with check (user_id = (select app.current_user_id()));
create policy seen on access_entry for select to portal_app using (
    (select app.role()) = 'DataProtectionOfficer' or (select app.steers()) or reading.participates(case_id));

call app.drop_policies('audit_entry');
create policy written on audit_entry for insert to portal_app with check (
    tenant_id is not distinct from (select app.tenant()) and user_id is not distinct from (select app.current_user_id()));
create policy seen on audit_entry for select to portal_app using (
    tenant_id = (select app.tenant()) and (select app.role()) = 'DataProtectionOfficer');
