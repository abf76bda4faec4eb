-- What the data protection officer sees of cases: their numbers, the names of their steps, why somebody opened one without taking part, and how many consents
-- end soon. No row that says anything about a person. Functions are made by portal_reader, like those of guards.sql.
set local role portal_reader;

-- The numbers of cases that stand in the officer's logs.
create or replace function reading.case_numbers(ids uuid[]) returns table (case_id uuid, number text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.number from case_path c
    where app.role() = 'DataProtectionOfficer' and c.tenant_id = (select app.tenant()) and c.id = any (ids)
$$;

-- The case that a person asks about, by the number in their letters.
create or replace function reading.case_with_number(wanted text) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select c.id from case_path c
    where app.role() = 'DataProtectionOfficer' and c.tenant_id = (select app.tenant()) and c.number = wanted
$$;

-- The names of a case's steps, so that a change says of which. A step that an office added bears that office's own words: it has no name here.
create or replace function reading.case_step_names(of_case uuid) returns table (step_id uuid, de text, en text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, case when s.template_key is not null then s.title_de end, case when s.template_key is not null then s.title_en end from case_step s
    where app.role() = 'DataProtectionOfficer' and s.tenant_id = (select app.tenant()) and s.case_id = of_case
$$;

create or replace function reading.consents_ending(first date, last date) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from consent c
    where app.role() = 'DataProtectionOfficer' and c.tenant_id = (select app.tenant()) and c.withdrawn_at is null and c.until between first and last
$$;

revoke execute on function reading.case_numbers(uuid[]), reading.case_with_number(text), reading.case_step_names(uuid), reading.consents_ending(date, date) from public;
grant execute on function reading.case_numbers(uuid[]), reading.case_with_number(text), reading.case_step_names(uuid), reading.consents_ending(date, date) to portal_app;
reset role;

-- Opening a case with a reason is told to the officer, reason included. Of all events only these.
drop policy if exists broken_glass on case_event;
create policy broken_glass on case_event for select to portal_app using (
    kind = 'AccessBroken' and (select app.role()) = 'DataProtectionOfficer');
