-- The two locks. Every tenant table gets the first, every case table the second; which tables those are, and the
-- category of their rows, is told by the model (Data/Tenancy/Walls.cs) through app.lock_tenant and app.lock_case.

create or replace procedure app.drop_policies(t regclass) language plpgsql set search_path = public, pg_temp as $$
declare p record;
begin
    for p in select polname from pg_policy where polrelid = t loop
        execute format('drop policy %I on %s', p.polname, t);
    end loop;
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
end $$;

-- Lock 1: a row belongs to the municipality in the session. Restrictive: no other policy can open it.
create or replace procedure app.lock_tenant(t regclass) language plpgsql set search_path = public, pg_temp as $$
begin
    call app.drop_policies(t);
    execute format('create policy tenant_lock on %s as restrictive for all using (tenant_id = (select app.tenant())) with check (tenant_id = (select app.tenant()))', t);
    execute format('create policy reader on %s for select to portal_reader using (true)', t);
    execute format('grant select on %s to portal_reader', t);
end $$;

-- A tenant table without case data: everybody of the municipality reads, the pages decide who writes.
create or replace procedure app.open_to_tenant(t regclass) language plpgsql set search_path = public, pg_temp as $$
begin
    execute format('create policy of_the_tenant on %s to portal_app using (true) with check (true)', t);
end $$;

-- Lock 2: a row of case data is there only where an active participation of the acting actor covers its category.
-- category 0 is the path: every participant, the coordination and the clock. "offset 0" keeps PostgreSQL from answering the
-- question with a hash of all cases of the actor: looked up row by row it costs the same with ten cases and with a million.
create or replace procedure app.lock_case(t regclass, category text) language plpgsql set search_path = public, pg_temp as $$
declare
    covered constant text := format(
        'exists (select from participation p where p.tenant_id = %1$s.tenant_id and p.case_id = %1$s.case_id
           and p.actor_id = (select app.actor()) and p.is_active and (p.until is null or p.until > (select app.now()))
           and (%2$s = 0 or (p.categories & %2$s) <> 0) offset 0)', t, category);
    seen constant text := case category when '0' then format('((select app.steers()) or %s)', covered)
        when 'category' then format('((category = 0 and (select app.steers())) or %s)', covered) else covered end;
    -- What is open with an end of its own is an emergency: it is read and not written.
    written constant text := replace(seen, 'p.until is null or p.until > (select app.now())', 'p.until is null');
begin
    execute format('create policy participation_lock_select on %s for select to portal_app using (%s)', t, seen);
    execute format('create policy participation_lock_update on %s for update to portal_app using (%s) with check (%s)', t, written, written);
    execute format('create policy participation_lock_insert on %s for insert to portal_app with check (reading.may_write(case_id, %s))', t, category);
end $$;
