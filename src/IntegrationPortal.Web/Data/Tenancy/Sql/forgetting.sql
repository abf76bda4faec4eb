-- What the clock forgets at night once it has been kept for as long as reference data says (app.kept_since). Nobody else deletes any of it.

-- The trails are never rewritten, and the application has no right to delete from them (grants.sql): it asks this function, which takes what is
-- over and nothing else. A batch at a time, so that no lock is held for long.
set local role portal_reader;
create or replace function reading.forget_trails(most integer) returns integer
    language sql security definer set search_path = public, pg_temp as $$
    with readings as (delete from access_entry where tenant_id = (select app.tenant()) and id in (
            select a.id from access_entry a where a.tenant_id = (select app.tenant()) and a.at < (select app.kept_since('reading-kept'))
            order by a.at limit most) returning 1),
        changes as (delete from audit_entry where id in (
            (select a.id from audit_entry a where a.tenant_id = (select app.tenant()) and a.at < (select app.kept_since('change-kept')) order by a.at limit most)
            union all
            (select a.id from audit_entry a where a.tenant_id is null and (select app.tenant()) is null and a.at < (select app.kept_since('change-kept')) limit most)) returning 1)
    select (select count(*)::int from readings) + (select count(*)::int from changes)
$$;
revoke execute on function reading.forget_trails(integer) from public;
grant execute on function reading.forget_trails(integer) to portal_app;
reset role;
grant select on deadline_rule to portal_reader;
grant select, delete on audit_entry to portal_reader;
grant delete on access_entry to portal_reader;
create policy over on access_entry for delete to portal_reader using ((select app.role()) = 'Clock' and at < (select app.kept_since('reading-kept')));
create policy over on audit_entry to portal_reader using ((select app.role()) = 'Clock' and at < (select app.kept_since('change-kept'))
    and (tenant_id = (select app.tenant()) or (tenant_id is null and (select app.tenant()) is null)));

-- An invitation that nobody accepted, once it has lapsed or was taken back for long enough. Accepted ones tell who let whom in.
create policy over on invitation as restrictive for delete to portal_app using (
    (select app.role()) = 'Clock' and accepted_at is null and least(expires_at, revoked_at) < (select app.kept_since('invitation-kept')));
create policy over on portal_invitation to portal_app using (
    (select app.role()) = 'Clock' and accepted_at is null and least(expires_at, revoked_at) < (select app.kept_since('invitation-kept')));

-- A wish for a mentor that was taken back: what it rested on was the consent (GDPR Art. 17 (1) b).
create policy taken_back on mentoring_request for select to portal_app using ((select app.role()) = 'Clock' and state = 'Withdrawn');
create policy forgotten on mentoring_request for delete to portal_app using ((select app.role()) = 'Clock' and state = 'Withdrawn');
