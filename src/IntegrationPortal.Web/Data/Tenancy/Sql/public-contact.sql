-- Whom somebody from outside turns to in a municipality: name, address and hours of its coordination, which is an office and no person. Contacts of
-- an actor name people and stay inside. The reader is held by the tenant lock too, so the function steps into that municipality and out again.
set local role portal_reader;
create or replace function reading.public_contact(of_municipality uuid)
    returns table (name text, address text, opening_hours text)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare asked_as constant text := coalesce(current_setting('app.tenant', true), '');
begin
    perform set_config('app.tenant', of_municipality::text, true);
    return query select a.name::text, a.address::text, a.opening_hours::text from actor a
        where a.tenant_id = of_municipality and a.kind = 'municipal_coordination' and a.is_open;
    perform set_config('app.tenant', asked_as, true);
end $$;
revoke execute on function reading.public_contact(uuid) from public;
grant execute on function reading.public_contact(uuid) to portal_app;
reset role;
