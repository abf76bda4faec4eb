-- The five roles of the portal. Run by a superuser, any number of times; sets no passwords.
--   portal_owner   owns the schema and migrates it; not used while serving
--   portal_app     serves; owns nothing and cannot go around row-level security
--   portal_reader  nobody signs in with it; owns the few definer functions, the view case_line, the words of names, the turns of leads and the hashes of printed sheets and of links of persons, and nothing else
--   portal_counter nobody signs in with it; owns the functions that count, one municipality at a time
--   portal_aggregate  reads published numbers (schema indicator) and nothing else
do $$
begin
    if not exists (select from pg_roles where rolname = 'portal_owner') then
        create role portal_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'portal_app') then
        create role portal_app;
    end if;
    if not exists (select from pg_roles where rolname = 'portal_reader') then
        create role portal_reader;
    end if;
    if not exists (select from pg_roles where rolname = 'portal_counter') then
        create role portal_counter;
    end if;
    if not exists (select from pg_roles where rolname = 'portal_aggregate') then
        create role portal_aggregate;
    end if;
end
$$;

alter role portal_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role portal_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role portal_reader nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role portal_counter nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role portal_aggregate login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- The owner hands functions over to the reader ("alter function … owner to portal_reader") and may not act as it otherwise.
grant portal_reader, portal_counter to portal_owner with inherit false, set true;

-- A statement of a page that runs longer than this is a fault, not patience.
alter role portal_app set statement_timeout = '30s';
alter role portal_app set idle_in_transaction_session_timeout = '60s';
alter role portal_app set lock_timeout = '10s';
alter role portal_aggregate set statement_timeout = '30s';
alter role portal_aggregate set idle_in_transaction_session_timeout = '60s';
alter role portal_aggregate set default_transaction_read_only = on;
-- What a page reads lies in memory or on a disk without arms: a row elsewhere costs hardly more than the next one. Believing otherwise, PostgreSQL reads
-- and sorts all handovers that wait instead of the first of their index.
alter role portal_app set random_page_cost = 1.1;
-- Where PostgreSQL can compile queries (the official image can, the embedded one cannot), it would compile a plan that is used again at each use,
-- for longer than the query takes.
alter role portal_owner set jit = off;
alter role portal_app set jit = off;
alter role portal_aggregate set jit = off;
