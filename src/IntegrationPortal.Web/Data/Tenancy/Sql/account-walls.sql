-- Who lets whom in. Rules of Domain/Tenancy (InvitationByMail, Membership), for whoever goes around the domain.

-- An invitation is written in the own name, and is not accepted by being written.
create policy honest on invitation as restrictive for insert to portal_app with check (
    invited_by = (select app.current_user_id()) and accepted_at is null and accepted_by is null);

-- To the roles of the whole portal operations invite; the link is opened by nobody's hat.
call app.drop_policies('portal_invitation');
create policy seen on portal_invitation for select to portal_app using ((select app.role()) in ('Administrator', ''));
create policy sent on portal_invitation for insert to portal_app with check (
    (select app.role()) = 'Administrator' and invited_by = (select app.current_user_id()) and accepted_at is null and accepted_by is null);
create policy answered on portal_invitation for update to portal_app using ((select app.role()) in ('Administrator', ''));

-- Accepted once, by its link, before any hat is on, and by nobody for themselves: only the coordination may keep the volunteers of its own
-- office itself. The two tables differ in their columns, so the place is read from the row as JSON.
create or replace function app.guard_invitation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.accepted_by is not distinct from old.accepted_by and new.accepted_at is not distinct from old.accepted_at then
        return new;
    end if;
    if app.role() <> '' then
        raise insufficient_privilege using message = 'an invitation is accepted by its link';
    end if;
    if old.accepted_at is not null or old.revoked_at is not null or new.accepted_by is distinct from app.current_user_id() then
        raise insufficient_privilege using message = 'an invitation is accepted once, in the own name';
    end if;
    if new.accepted_by = old.invited_by and not (old.role = 'VolunteerCoordinator' and exists (select from membership m
            where m.user_id = new.accepted_by and m.role = 'Coordinator' and m.ended_at is null
              and m.tenant_id = (to_jsonb(old) ->> 'tenant_id')::uuid and m.actor_id = (to_jsonb(old) ->> 'actor_id')::uuid)) then
        raise insufficient_privilege using message = 'nobody lets themselves in';
    end if;
    return new;
end $$;
create or replace trigger guard before update on invitation
    for each row when (current_user = 'portal_app') execute function app.guard_invitation();
create or replace trigger guard before update on portal_invitation
    for each row when (current_user = 'portal_app') execute function app.guard_invitation();

-- A hat that has ended does not begin again. Of a membership nothing else is ever changed (grants.sql).
create or replace function app.guard_membership() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise insufficient_privilege using message = 'a membership that has ended stays so';
end $$;
create or replace trigger guard before update on membership
    for each row when (current_user = 'portal_app' and old.ended_at is not null) execute function app.guard_membership();

-- Nobody coordinates a municipality and is its data protection officer, also where two invitations are accepted at the same moment.
alter table membership drop constraint if exists ex_membership_not_both_sides;
alter table membership add constraint ex_membership_not_both_sides
    exclude using gist (tenant_id with =, user_id with =, role with <>, tstzrange(valid_from, valid_until) with &&)
    where (ended_at is null and role in ('Coordinator', 'DataProtectionOfficer'));

-- Another address is asked for and confirmed by nobody but the owner of the account; what has lapsed is forgotten by a job, which is nobody.
call app.drop_policies('email_change');
create policy own on email_change for select to portal_app using (user_id = (select app.current_user_id()));
create policy asked on email_change for insert to portal_app with check (user_id = (select app.current_user_id()) and confirmed_at is null);
create policy confirmed on email_change for update to portal_app using (user_id = (select app.current_user_id()));
create policy lapsed on email_change for select to portal_app using ((select app.current_user_id()) is null and expires_at <= (select app.now()));
create policy forgotten on email_change for delete to portal_app using ((select app.current_user_id()) is null and expires_at <= (select app.now()));

-- The address is the way to a new password: it becomes the one that its owner asked for under the stamp of today, or stays.
create or replace function app.guard_address() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (select from email_change c where c.user_id = old.id and c.user_id = app.current_user_id() and c.address = new.email
            and c.stamp = old.security_stamp and c.expires_at > app.now()) then
        raise insufficient_privilege using message = 'an address is changed by its owner, who asked for it';
    end if;
    return new;
end $$;
create or replace trigger address before update on portal_user
    for each row when (current_user = 'portal_app' and (old.email, old.normalized_email, old.user_name, old.normalized_user_name)
        is distinct from (new.email, new.normalized_email, new.user_name, new.normalized_user_name)) execute function app.guard_address();

-- A second factor is seen, set up and changed by its owner alone; operations take it off others, for whom they leave a reason.
call app.drop_policies('second_factor');
create policy own on second_factor for select to portal_app using (user_id = (select app.current_user_id()) or (select app.role()) = 'Administrator');
create policy set_up on second_factor for insert to portal_app with check (user_id = (select app.current_user_id()));
create policy used on second_factor for update to portal_app using (user_id = (select app.current_user_id()));
create policy taken_off on second_factor for delete to portal_app using (
    user_id = (select app.current_user_id()) or (select app.role()) = 'Administrator');

-- That it is on decides whether a sign-in asks for it.
create or replace function app.guard_second_factor() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.id is distinct from app.current_user_id() and (new.two_factor_enabled or app.role() <> 'Administrator') then
        raise insufficient_privilege using message = 'a second factor is turned on and off by its owner, and taken off by operations';
    end if;
    return new;
end $$;
create or replace trigger second_factor before update on portal_user
    for each row when (current_user = 'portal_app' and old.two_factor_enabled <> new.two_factor_enabled) execute function app.guard_second_factor();

-- Why operations took it off: in the own name, for somebody else, and read by the data protection officers of where that person had access then.
call app.drop_policies('second_factor_removal');
create policy told on second_factor_removal for select to portal_app using (
    (select app.role()) = 'DataProtectionOfficer' and exists (select from membership m
        where m.user_id = second_factor_removal.user_id and m.tenant_id = (select app.tenant())
          and m.valid_from <= at and (m.ended_at is null or m.ended_at > at)));
create policy honest on second_factor_removal for insert to portal_app with check (
    (select app.role()) = 'Administrator' and removed_by = (select app.current_user_id()) and user_id <> removed_by);
