-- Further ways into an account: an organisation that vouches for its owner, and passkeys. Seen, added and removed by the owner alone; operations remove
-- all of an account that they close, and passkeys of somebody whose devices are lost.
call app.drop_policies('linked_sign_in');
create policy own on linked_sign_in for select to portal_app using (user_id = (select app.current_user_id()) or (select app.role()) = 'Administrator');
create policy linked on linked_sign_in for insert to portal_app with check (user_id = (select app.current_user_id()));
create policy removed on linked_sign_in for delete to portal_app using (user_id = (select app.current_user_id()) or (select app.role()) = 'Administrator');

call app.drop_policies('passkey');
create policy own on passkey for select to portal_app using (user_id = (select app.current_user_id()) or (select app.role()) = 'Administrator');
create policy added on passkey for insert to portal_app with check (user_id = (select app.current_user_id()));
create policy used on passkey for update to portal_app using (user_id = (select app.current_user_id()));
create policy removed on passkey for delete to portal_app using (user_id = (select app.current_user_id()) or (select app.role()) = 'Administrator');

-- Before anybody is signed in one question is answered: whose is this one? Which there are is not said.
grant select on linked_sign_in, passkey to portal_reader;
create policy asked on linked_sign_in for select to portal_reader using (true);
create policy asked on passkey for select to portal_reader using (true);
set local role portal_reader;
create or replace function reading.whose_sign_in(of_issuer text, of_subject text) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.user_id from linked_sign_in l where l.issuer = of_issuer and l.subject = of_subject
$$;
create or replace function reading.whose_passkey(of_credential bytea) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select p.user_id from passkey p where p.credential_id = of_credential
$$;
revoke execute on function reading.whose_sign_in(text, text), reading.whose_passkey(bytea) from public;
grant execute on function reading.whose_sign_in(text, text), reading.whose_passkey(bytea) to portal_app;
reset role;
