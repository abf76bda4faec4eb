-- Volunteers, tandems and meetings. The coordination of one organisation sees its own; a volunteer sees the card of the own tandems and
-- the own meetings; a concern only whom it was raised for. Nobody else sees any of it, whatever they take part in.
set local role portal_reader;

-- Is this tandem one of the organisation whose volunteers the acting officer coordinates?
create or replace function reading.leads_tandem(of_tandem uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'VolunteerCoordinator' and exists (select from tandem t
        where t.tenant_id = (select app.tenant()) and t.id = of_tandem and t.actor_id = (select app.actor()))
$$;

-- Is this volunteer the one who is signed in, as volunteer?
create or replace function reading.is_self(of_volunteer uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'Volunteer' and exists (select from volunteer v
        where v.tenant_id = (select app.tenant()) and v.id = of_volunteer and v.user_id = (select app.current_user_id()))
$$;

-- Is the signed-in volunteer the mentor of this tandem today? "known": and both sides have agreed, so that names are known.
create or replace function reading.mentors(of_tandem uuid, known boolean) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'Volunteer' and exists (select from tandem_mentor m
        join volunteer v on v.tenant_id = m.tenant_id and v.id = m.volunteer_id
        join tandem t on t.tenant_id = m.tenant_id and t.id = m.tandem_id
        where m.tenant_id = (select app.tenant()) and m.tandem_id = of_tandem and m.until is null
          and v.user_id = (select app.current_user_id())
          and (not known or t.state in ('Trial', 'Active', 'Paused', 'Ending')))
$$;

-- Was this volunteer a mentor of this tandem of this organisation on that day? Whoever was only proposed has met nobody.
create or replace function reading.was_mentor(of_tandem uuid, of_actor uuid, of_volunteer uuid, day date) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from tandem_mentor m join tandem t on t.tenant_id = m.tenant_id and t.id = m.tandem_id
        where m.tenant_id = (select app.tenant()) and m.tandem_id = of_tandem and t.actor_id = of_actor and m.volunteer_id = of_volunteer
          and m.since <= day and (m.until is null or m.until >= day) and m.agreed_on is not null and t.trial_since is not null)
$$;

-- Who answers for a tandem of this organisation.
create or replace function reading.answers_for(of_tandem uuid, of_actor uuid) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select t.responsible_user_id from tandem t
    where t.tenant_id = (select app.tenant()) and t.id = of_tandem and t.actor_id = of_actor
$$;

-- The clock counts how long the note of a certificate may be kept; it reads no meeting.
create or replace function reading.last_meetings() returns table (volunteer_id uuid, held_on date)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.volunteer_id, max(s.held_on) from mentoring_session s
    where app.role() = 'Clock' and s.tenant_id = (select app.tenant()) group by s.volunteer_id
$$;

-- The clock asks how long a tandem has been quiet, and which organisations have somebody waiting; it reads neither meeting nor wish.
create or replace function reading.last_meetings_of_tandems() returns table (tandem_id uuid, held_on date)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.tandem_id, max(s.held_on) from mentoring_session s
    where app.role() = 'Clock' and s.tenant_id = (select app.tenant()) group by s.tandem_id
$$;
create or replace function reading.actors_with_waiting_requests() returns table (actor_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct r.actor_id from mentoring_request r
    where app.role() = 'Clock' and r.tenant_id = (select app.tenant()) and r.state = 'Waiting'
$$;

-- The clock asks when each side said last how a tandem goes; it reads no answer.
create or replace function reading.last_reviews() returns table (tandem_id uuid, side text, written_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.tandem_id, r.side, max(r.written_at) from tandem_review r
    where app.role() = 'Clock' and r.tenant_id = (select app.tenant()) group by r.tandem_id, r.side
$$;
revoke execute on function reading.last_reviews() from public;
grant execute on function reading.last_reviews() to portal_app;

-- Was the signed-in volunteer invited to have this profile, and has accepted?
create or replace function reading.is_invited(of_volunteer uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'Volunteer' and exists (select from invitation i
        where i.tenant_id = (select app.tenant()) and i.volunteer_id = of_volunteer and i.role = 'Volunteer'
          and i.accepted_by = (select app.current_user_id()) and i.accepted_at is not null)
$$;
revoke execute on function reading.is_invited(uuid) from public;
grant execute on function reading.is_invited(uuid) to portal_app;

-- May the acting coordination tell this actor of this case about meetings of this tandem? Only of a person whose request came from the
-- case, only an actor that takes part in it now, never the immigration authority.
create or replace function reading.may_share(of_tandem uuid, of_request uuid, of_case uuid, with_actor uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select reading.leads_tandem(of_tandem) and reading.participates(of_case) and with_actor <> (select app.actor()) and exists (select
        from tandem_mentee e join mentoring_request r on r.tenant_id = e.tenant_id and r.id = e.request_id
        join actor a on a.tenant_id = e.tenant_id and a.id = with_actor
        join participation p on p.tenant_id = e.tenant_id and p.case_id = r.case_id and p.actor_id = with_actor
        where e.tenant_id = (select app.tenant()) and e.tandem_id = of_tandem and e.request_id = of_request and r.case_id = of_case
          and a.kind <> 'immigration_authority' and p.is_active and (p.until is null or p.until > (select app.now())))
$$;

-- What a person has agreed to tell the acting actor, while that takes part in the case, of meetings since the day of the agreement and of none
-- before: days, durations, the person's own goals, and the light where that was agreed to. The rows themselves stay closed to it, notes and expenses with them.
create or replace function reading.shared_meetings(of_case uuid)
    returns table (organisation text, held_on date, quarter_hours integer, goal text, light text, shared_until date)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.name, s.held_on, s.quarter_hours, max(case when s.goal = any (r.goals) then s.goal end),
        max(case when h.with_light then s.light end), max(h.until)
    from meeting_share h
    join mentoring_request r on r.tenant_id = h.tenant_id and r.id = h.request_id
    join tandem t on t.tenant_id = h.tenant_id and t.id = h.tandem_id
    join actor a on a.tenant_id = t.tenant_id and a.id = t.actor_id
    join mentoring_session s on s.tenant_id = h.tenant_id and s.tandem_id = h.tandem_id
    where h.tenant_id = (select app.tenant()) and h.case_id = of_case and h.recipient_actor_id = (select app.actor())
      and h.ended_at is null and (app.now() at time zone 'Europe/Berlin')::date between h.agreed_on and h.until
      and s.held_on >= h.agreed_on
      and reading.participates(of_case)
    group by a.name, s.id, s.held_on, s.quarter_hours
    order by s.held_on desc, s.id
$$;

revoke execute on function reading.may_share(uuid, uuid, uuid, uuid), reading.shared_meetings(uuid) from public;
grant execute on function reading.may_share(uuid, uuid, uuid, uuid), reading.shared_meetings(uuid) to portal_app;

revoke execute on function reading.leads_tandem(uuid), reading.is_self(uuid), reading.mentors(uuid, boolean),
    reading.was_mentor(uuid, uuid, uuid, date), reading.answers_for(uuid, uuid), reading.last_meetings(),
    reading.last_meetings_of_tandems(), reading.actors_with_waiting_requests() from public;
grant execute on function reading.leads_tandem(uuid), reading.is_self(uuid), reading.mentors(uuid, boolean),
    reading.was_mentor(uuid, uuid, uuid, date), reading.answers_for(uuid, uuid), reading.last_meetings(),
    reading.last_meetings_of_tandems(), reading.actors_with_waiting_requests() to portal_app;
reset role;

-- Has a tandem that ended on that day been over for so long that its meetings are forgotten (reference data)?
create or replace function app.meetings_are_over(ended_on date) returns boolean language sql stable set search_path = public, pg_temp as $$
    select exists (select from deadline_rule r cross join (select (app.now() at time zone 'Europe/Berlin')::date as day) today
        where r.key = 'session-kept' and r.valid_from <= today.day and (r.valid_to is null or r.valid_to >= today.day)
          and ended_on + make_interval(months => r.value) <= today.day)
$$;

-- volunteer: kept by the coordination; a volunteer sees and describes the own profile; the clock forgets notes of certificates.
create policy kept on volunteer to portal_app
    using ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor()))
    with check ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor()));
create policy own on volunteer for select to portal_app using (
    (select app.role()) = 'Volunteer' and user_id = (select app.current_user_id()));
create policy described on volunteer for update to portal_app using (
    (select app.role()) = 'Volunteer' and user_id = (select app.current_user_id()));
create policy registered on volunteer for insert to portal_app with check (
    (select app.role()) = 'Volunteer' and user_id = (select app.current_user_id()) and state = 'Interested'
    and agreement_on is null and confidentiality_on is null and certificate_seen_on is null
    and exists (select from membership m where m.tenant_id = volunteer.tenant_id and m.actor_id = volunteer.actor_id
        and m.user_id = volunteer.user_id and m.role = 'Volunteer' and m.ended_at is null));
create policy invited on volunteer for select to portal_app using (user_id is null and reading.is_invited(id));
create policy accepted on volunteer for update to portal_app using (user_id is null and reading.is_invited(id))
    with check (user_id = (select app.current_user_id()) and reading.is_invited(id));
-- An invitation to a profile is sent by the coordination that keeps it.
create policy to_a_profile on invitation as restrictive for insert to portal_app with check (volunteer_id is null
    or (role = 'Volunteer' and accepted_at is null and (select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor())
        and exists (select from volunteer v where v.tenant_id = invitation.tenant_id and v.id = volunteer_id and v.user_id is null)));
create policy seen_by_the_clock on volunteer for select to portal_app using ((select app.role()) = 'Clock');
create policy forgotten on volunteer for update to portal_app using ((select app.role()) = 'Clock' and certificate_seen_on is not null)
    with check ((select app.role()) = 'Clock');

-- mentoring_request: only the coordination; from a case only where the organisation takes part.
create policy kept on mentoring_request to portal_app
    using ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor()))
    with check ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor())
        and (case_id is null or reading.participates(case_id)));

-- tandem: the coordination, and its mentor of today, who sees languages and goals and later the called name.
create policy kept on tandem to portal_app
    using ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor()))
    with check ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor()));
create policy opened on tandem as restrictive for insert to portal_app with check (
    state = 'Requested' and responsible_user_id = (select app.current_user_id()));
create policy mentored on tandem for select to portal_app using (reading.mentors(id, false));
create policy ended on tandem for update to portal_app using (reading.mentors(id, true));

create policy seen_by_the_clock on tandem for select to portal_app using ((select app.role()) = 'Clock');
create policy reminded on tandem for update to portal_app using ((select app.role()) = 'Clock' and state in ('Trial', 'Active'));

create policy seen_by_the_clock on tandem_mentor for select to portal_app using ((select app.role()) = 'Clock');
create policy kept on tandem_mentor to portal_app using (reading.leads_tandem(tandem_id)) with check (reading.leads_tandem(tandem_id));
create policy own on tandem_mentor for select to portal_app using (reading.is_self(volunteer_id));
create policy agreed on tandem_mentor for update to portal_app using (reading.is_self(volunteer_id) and until is null);

create policy kept on tandem_mentee to portal_app using (reading.leads_tandem(tandem_id)) with check (reading.leads_tandem(tandem_id));
create policy mentored on tandem_mentee for select to portal_app using (reading.mentors(tandem_id, true));

create policy seen on tandem_event for select to portal_app using (reading.leads_tandem(tandem_id));
create policy written on tandem_event for insert to portal_app with check (
    user_id = (select app.current_user_id()) and (reading.leads_tandem(tandem_id) or (not took_over and reading.mentors(tandem_id, true))));

-- mentoring_session: the own meetings, and all of the organisation for its coordination; the clock forgets those of a tandem long over.
create policy over on mentoring_session for select to portal_app using ((select app.role()) = 'Clock'
    and exists (select from tandem t where t.tenant_id = mentoring_session.tenant_id and t.id = tandem_id and app.meetings_are_over(t.ended_on)));
create policy forgotten on mentoring_session for delete to portal_app using ((select app.role()) = 'Clock'
    and exists (select from tandem t where t.tenant_id = mentoring_session.tenant_id and t.id = tandem_id and app.meetings_are_over(t.ended_on)));
create policy kept on mentoring_session for select to portal_app using (
    (select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor()));
create policy own on mentoring_session for select to portal_app using (reading.is_self(volunteer_id));
create policy logged on mentoring_session for insert to portal_app with check (
    recorded_by_user_id = (select app.current_user_id()) and version = 0
    and reading.was_mentor(tandem_id, actor_id, volunteer_id, held_on)
    and (reading.leads_tandem(tandem_id) or (reading.is_self(volunteer_id) and reading.mentors(tandem_id, true))));
create policy changed on mentoring_session for update to portal_app
    using (reading.leads_tandem(tandem_id) or (reading.is_self(volunteer_id) and reading.mentors(tandem_id, true)))
    with check (reading.was_mentor(tandem_id, actor_id, volunteer_id, held_on));

-- What belongs to a meeting follows it.
create policy seen on session_version for select to portal_app using (
    exists (select from mentoring_session s where s.tenant_id = session_version.tenant_id and s.id = session_id offset 0));
create policy forgotten on session_version for delete to portal_app using ((select app.role()) = 'Clock'
    and exists (select from mentoring_session s where s.tenant_id = session_version.tenant_id and s.id = session_id offset 0));
create policy kept on session_version for insert to portal_app with check (
    corrected_by_user_id = (select app.current_user_id())
    and exists (select from mentoring_session s where s.tenant_id = session_version.tenant_id and s.id = session_id offset 0));
create policy seen on session_answer for select to portal_app using (
    exists (select from mentoring_session s where s.tenant_id = session_answer.tenant_id and s.id = session_id offset 0));
create policy forgotten on session_answer for delete to portal_app using ((select app.role()) = 'Clock'
    and exists (select from mentoring_session s where s.tenant_id = session_answer.tenant_id and s.id = session_id offset 0));
create policy written on session_answer for insert to portal_app with check (
    user_id = (select app.current_user_id()) and (select app.role()) = 'VolunteerCoordinator'
    and exists (select from mentoring_session s where s.tenant_id = session_answer.tenant_id and s.id = session_id offset 0));

-- engagement_year: whoever sees the volunteer; counted by the clock.
create policy seen on engagement_year for select to portal_app using (
    exists (select from volunteer v where v.tenant_id = engagement_year.tenant_id and v.id = volunteer_id offset 0));
create policy begun on engagement_year for insert to portal_app with check ((select app.role()) = 'Clock');
create policy added on engagement_year for update to portal_app using ((select app.role()) = 'Clock');

-- tandem_review: all for the coordination, a mentor's own for the mentor; forgotten with the meetings.
create policy seen on tandem_review for select to portal_app using (reading.leads_tandem(tandem_id)
    or ((select app.role()) = 'Volunteer' and side = 'Mentor' and user_id = (select app.current_user_id())));
create policy answered on tandem_review for insert to portal_app with check (user_id = (select app.current_user_id())
    and ((side = 'Coordination' and reading.leads_tandem(tandem_id)) or (side = 'Mentor' and reading.mentors(tandem_id, true))));
create policy over on tandem_review for select to portal_app using ((select app.role()) = 'Clock'
    and exists (select from tandem t where t.tenant_id = tandem_review.tenant_id and t.id = tandem_id and app.meetings_are_over(t.ended_on)));
create policy forgotten on tandem_review for delete to portal_app using ((select app.role()) = 'Clock'
    and exists (select from tandem t where t.tenant_id = tandem_review.tenant_id and t.id = tandem_id and app.meetings_are_over(t.ended_on)));

-- meeting_share: kept by the coordination of the tandem. Whom it tells sees what is told, by reading.shared_meetings, and not the row.
create policy seen on meeting_share for select to portal_app using (reading.leads_tandem(tandem_id));
create policy agreed on meeting_share for insert to portal_app with check (
    recorded_by_user_id = (select app.current_user_id()) and ended_at is null
    and reading.may_share(tandem_id, request_id, case_id, recipient_actor_id));
create policy ended on meeting_share for update to portal_app using (reading.leads_tandem(tandem_id) and ended_at is null)
    with check (reading.leads_tandem(tandem_id));

-- concern: whom it was raised for, whoever raised it, and once it is late the other coordinators of the organisation; from the
-- beginning where whom it is for has left.
create policy seen on concern for select to portal_app using (
    (raised_by_user_id = (select app.current_user_id()) and (select app.role()) in ('Volunteer', 'VolunteerCoordinator'))
    or ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor())
        and (for_user_id = (select app.current_user_id()) or escalated_at is not null))
    or ((select app.role()) = 'Clock' and answered_at is null));
create policy raised on concern for insert to portal_app with check (
    raised_by_user_id = (select app.current_user_id()) and answered_at is null and answer is null
    and (escalated_at is null or not exists (select from membership m where m.tenant_id = concern.tenant_id and m.actor_id = concern.actor_id
        and m.user_id = concern.for_user_id and m.role = 'VolunteerCoordinator' and m.ended_at is null
        and m.valid_from <= (select app.now()) and (m.valid_until is null or m.valid_until > (select app.now()))))
    and for_user_id = reading.answers_for(tandem_id, actor_id)
    and (reading.mentors(tandem_id, true) or reading.leads_tandem(tandem_id)));
create policy answered on concern for update to portal_app using (
    ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor())
        and (for_user_id = (select app.current_user_id()) or escalated_at is not null))
    or ((select app.role()) = 'Clock' and answered_at is null));
