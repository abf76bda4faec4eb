-- Who has left is forgotten: tandems that ended, volunteers who stopped, accounts that were closed, each after its period (deadline_rule). By the
-- clock, a batch at a time; nobody else deletes any of it.
grant execute on function app.last_day(text, date) to portal_app, portal_reader;
set local role portal_reader;

-- Has this tandem been over for long enough? Not while one of its concerns waits for an answer, nor before its meetings have been added to the hours
-- of the volunteer (Jobs/Mentoring/ForgetMeetings.cs).
create or replace function reading.is_past_tandem(of_tandem uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'Clock' and exists (select from tandem t where t.tenant_id = (select app.tenant()) and t.id = of_tandem
            and app.last_day('tandem-kept', t.ended_on) < (app.now() at time zone 'Europe/Berlin')::date)
        and not exists (select from mentoring_session s where s.tenant_id = (select app.tenant()) and s.tandem_id = of_tandem)
        and not exists (select from concern c where c.tenant_id = (select app.tenant()) and c.tandem_id = of_tandem and c.answered_at is null)
$$;
create or replace function reading.is_past_volunteer(of_volunteer uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'Clock' and exists (select from volunteer v where v.tenant_id = (select app.tenant()) and v.id = of_volunteer
            and v.state = 'Left' and app.last_day('volunteer-kept', v.left_on) < (app.now() at time zone 'Europe/Berlin')::date)
        and not exists (select from tandem_mentor m where m.tenant_id = (select app.tenant()) and m.volunteer_id = of_volunteer)
        and not exists (select from mentoring_session s where s.tenant_id = (select app.tenant()) and s.volunteer_id = of_volunteer)
$$;

-- Tandems with all that was written about them, and the wishes they took up. Returns how many.
create or replace function reading.forget_tandems(most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    town constant uuid := app.tenant();
    past constant uuid[] := array(select t.id from tandem t where t.tenant_id = town and t.ended_on is not null and reading.is_past_tandem(t.id) order by t.ended_on, t.id limit most);
    wishes constant uuid[] := array(select m.request_id from tandem_mentee m where m.tenant_id = town and m.tandem_id = any (past));
begin
    delete from concern where tenant_id = town and tandem_id = any (past);
    delete from meeting_share where tenant_id = town and tandem_id = any (past);
    delete from tandem_review where tenant_id = town and tandem_id = any (past);
    delete from tandem_event where tenant_id = town and tandem_id = any (past);
    delete from tandem_mentor where tenant_id = town and tandem_id = any (past);
    delete from tandem_mentee where tenant_id = town and tandem_id = any (past);
    delete from mentoring_request where tenant_id = town and id = any (wishes);
    delete from tandem where tenant_id = town and id = any (past);
    perform counting.forget(town, t) from unnest(past) t;
    return cardinality(past);
end $$;

-- Volunteers with the hours of their years: nobody asks for a proof of engagement any more. That they were invited stays with the account.
create or replace function reading.forget_volunteers(most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    town constant uuid := app.tenant();
    past constant uuid[] := array(select v.id from volunteer v where v.tenant_id = town and v.state = 'Left' and reading.is_past_volunteer(v.id) order by v.left_on, v.id limit most);
begin
    update invitation set volunteer_id = null where tenant_id = town and volunteer_id = any (past);
    delete from engagement_year where tenant_id = town and volunteer_id = any (past);
    delete from volunteer where tenant_id = town and id = any (past);
    return cardinality(past);
end $$;

-- A closed account keeps its id, so that what it did is still one person's work, and loses name and address; so do the invitations it accepted.
create or replace function reading.forget_accounts() returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    gone integer := 0;
begin
    if app.role() = 'Clock' and app.tenant() is null then
        update portal_user u set display_name = 'Gelöschtes Konto', email = u.id || '@geloescht.invalid', user_name = u.id || '@geloescht.invalid',
            normalized_email = upper(u.id || '@geloescht.invalid'), normalized_user_name = upper(u.id || '@geloescht.invalid')
        where u.closed_at < (select app.kept_since('account-kept')) and u.email not like '%@geloescht.invalid';
        get diagnostics gone = row_count;
        delete from public_profile p using portal_user u where u.id = p.user_id and u.email like '%@geloescht.invalid';
        update portal_invitation i set address = i.accepted_by || '@geloescht.invalid' from portal_user u
        where u.id = i.accepted_by and u.email like '%@geloescht.invalid' and i.address not like '%@geloescht.invalid';
    elsif app.role() = 'Clock' then
        update invitation i set address = i.accepted_by || '@geloescht.invalid' from portal_user u
        where i.tenant_id = app.tenant() and u.id = i.accepted_by and u.email like '%@geloescht.invalid' and i.address not like '%@geloescht.invalid';
        get diagnostics gone = row_count;
    end if;
    return gone;
end $$;

revoke execute on function reading.is_past_tandem(uuid), reading.is_past_volunteer(uuid), reading.forget_tandems(integer), reading.forget_volunteers(integer),
    reading.forget_accounts() from public;
grant execute on function reading.forget_tandems(integer), reading.forget_volunteers(integer), reading.forget_accounts() to portal_app;
reset role;

grant delete on concern, tandem_review, tandem_event, tandem_mentor, tandem_mentee, tandem, volunteer, engagement_year to portal_reader;
create policy past on concern for delete to portal_reader using (reading.is_past_tandem(tandem_id));
create policy past on meeting_share for delete to portal_reader using (reading.is_past_tandem(tandem_id));
create policy past on tandem_review for delete to portal_reader using (reading.is_past_tandem(tandem_id));
create policy past on tandem_event for delete to portal_reader using (reading.is_past_tandem(tandem_id));
create policy past on tandem_mentor for delete to portal_reader using (reading.is_past_tandem(tandem_id));
create policy past on tandem_mentee for delete to portal_reader using (reading.is_past_tandem(tandem_id));
create policy past on tandem for delete to portal_reader using (reading.is_past_tandem(id));
-- A wish that was taken up has a tandem until the very statement before.
create policy past on mentoring_request for delete to portal_reader using ((select app.role()) = 'Clock' and state = 'Closed'
    and not exists (select from tandem_mentee m where m.tenant_id = mentoring_request.tenant_id and m.request_id = mentoring_request.id));
create policy past on engagement_year for delete to portal_reader using (reading.is_past_volunteer(volunteer_id));
create policy past on volunteer for delete to portal_reader using (reading.is_past_volunteer(id));

grant update (volunteer_id, address) on invitation to portal_reader;
create policy past on invitation for update to portal_reader using ((select app.role()) = 'Clock' and accepted_at is not null) with check (true);
grant select, update (display_name, email, user_name, normalized_email, normalized_user_name) on portal_user to portal_reader;
grant select, update (address) on portal_invitation to portal_reader;
create policy past on portal_invitation to portal_reader using ((select app.role()) = 'Clock' and accepted_at is not null) with check (true);
grant select, delete on public_profile to portal_reader;
create policy past on public_profile to portal_reader using ((select app.role()) = 'Clock');
