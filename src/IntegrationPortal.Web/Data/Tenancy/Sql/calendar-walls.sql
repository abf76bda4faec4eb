-- The address of somebody's calendar: seen, made and revoked by its owner alone.
call app.drop_policies('calendar_link');
create policy own on calendar_link for select to portal_app using (user_id = (select app.current_user_id()));
create policy made on calendar_link for insert to portal_app with check (user_id = (select app.current_user_id()));
create policy renewed on calendar_link for update to portal_app using (user_id = (select app.current_user_id()));

-- A calendar program signs in nowhere. It is answered whose address it brings, and then reads as its owner would.
grant select on calendar_link to portal_reader;
create policy asked on calendar_link for select to portal_reader using (true);
set local role portal_reader;
create or replace function reading.whose_calendar(of_token bytea) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.user_id from calendar_link l where l.token_hash = of_token
$$;
revoke execute on function reading.whose_calendar(bytea) from public;
grant execute on function reading.whose_calendar(bytea) to portal_app;
reset role;
