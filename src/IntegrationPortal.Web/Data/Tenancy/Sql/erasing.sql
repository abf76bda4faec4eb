-- What is due is erased: a closed case on the day that was promised when it was closed (case_path.erase_on), wholly, and a row without content says
-- so. Nobody else deletes from these tables: the application role has no right to, and asks reading.erase_case, which takes what is due and nothing else.

-- The tables that carry a case, in the order in which their rows refer to each other. What names a case and stays is stated with its reason in
-- tests/IntegrationPortal.Web.Tests/Walls/ErasureWallTests.cs, which looks at every table there is.
create or replace function app.tables_of_case() returns text[] language sql immutable parallel safe return array[
    'handover_message', 'handover_ground', 'handover_step', 'handover_content', 'handover_sheet', 'case_event', 'unsent_handover', 'meeting_share',
    'handover', 'person_question', 'person_link', 'case_step', 'further_template', 'participation_ground', 'participation', 'deletion_request', 'consent', 'person_fact', 'person', 'restriction',
    'case_import_row', 'erasure_hold'];
grant execute on function app.tables_of_case() to portal_reader;

set local role portal_reader;

-- Closed, at its day, held by no data protection officer, and nothing in it restricted (GDPR Art. 18). Asked by the function below, and by the wall for every row it takes.
create or replace function reading.is_due(of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select app.role() = 'Clock'
        and exists (select from case_path c where c.tenant_id = (select app.tenant()) and c.id = of_case
            and c.closed_on is not null and c.restricted = 0 and c.erase_on <= ((select app.now()) at time zone 'Europe/Berlin')::date)
        and not exists (select from erasure_hold h where h.tenant_id = (select app.tenant()) and h.case_id = of_case and h.lifted_at is null)
$$;

-- One case, in the transaction of whoever asks. True when it was erased; false where it is not due, does not exist or belongs to another municipality.
create or replace function reading.erase_case(of_case uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    town constant uuid := app.tenant();
    due date;
    t text;
    gone integer;
    counted jsonb := '{}';
    handovers uuid[];
begin
    if app.role() <> 'Clock' then
        raise insufficient_privilege using message = 'a case is erased by the clock';
    end if;
    -- Whoever reopens it, holds it or writes into it at this moment was first, and is seen here, or comes too late.
    select c.erase_on into due from case_path c where c.tenant_id = town and c.id = of_case for update;
    if due is null or not reading.is_due(of_case) then
        return false;
    end if;

    -- A wish for a mentor that came from the case goes with it. One that a tandem took up is kept with the tandem, for which the person agreed
    -- to it, and no longer says where it came from (forgetting.sql).
    delete from mentoring_request r where r.tenant_id = town and r.case_id = of_case
        and not exists (select from tandem_mentee m where m.tenant_id = town and m.request_id = r.id);
    get diagnostics gone = row_count;
    counted := counted || jsonb_build_object('mentoring_request', gone);

    -- Parts of handovers lie by their handover: by the case alone all of the municipality would be looked through.
    handovers := array(select h.id from handover h where h.tenant_id = town and h.case_id = of_case);
    foreach t in array app.tables_of_case() loop
        execute format('delete from %I where tenant_id = $1 and case_id = $2%s', t, case when t like 'handover\_%' then ' and handover_id = any ($3)' end)
            using town, of_case, handovers;
        get diagnostics gone = row_count;
        counted := counted || jsonb_build_object(t, gone);
    end loop;
    update mentoring_request r set case_id = null where r.tenant_id = town and r.case_id = of_case;

    -- What the database keeps for itself: the newest turn of the lead, and the rows that numbers were counted from. The words of the name have gone
    -- with the person (search.sql).
    delete from reading.lead_turn l where l.tenant_id = town and l.case_id = of_case;
    gone := counting.forget(town, of_case);
    counted := counted || jsonb_build_object('fact', gone);

    delete from case_path c where c.tenant_id = town and c.id = of_case;
    -- The id is a new one, so that the row says of nobody that it was their case, whoever still knows the old one.
    insert into erased_case (tenant_id, id, erased_at, due_on, rule, rows) values (town, gen_random_uuid(), app.now(), due, 'closed-case', counted);
    return true;
end $$;

-- For the data protection officer: how many cases are due in which month, how many of them until a day, and how many are held or restricted.
create or replace function reading.erasures_ahead(until date) returns table (month date, cases bigint, soon bigint, held bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select date_trunc('month', c.erase_on)::date, count(*) filter (where not k.kept), count(*) filter (where not k.kept and c.erase_on <= until), count(*) filter (where k.kept)
    from case_path c left join erasure_hold h on h.tenant_id = c.tenant_id and h.case_id = c.id and h.lifted_at is null
    cross join lateral (select h.id is not null or c.restricted <> 0 as kept) k
    where app.role() = 'DataProtectionOfficer' and c.tenant_id = (select app.tenant()) and c.erase_on is not null
    group by 1 order by 1
$$;

revoke execute on function reading.is_due(uuid), reading.erase_case(uuid), reading.erasures_ahead(date) from public;
grant execute on function reading.erase_case(uuid), reading.erasures_ahead(date) to portal_app;
reset role;

do $$
declare t text;
begin
    foreach t in array app.tables_of_case() loop
        execute format('grant delete on %I to portal_reader', t);
        execute format('create policy erased on %I for delete to portal_reader using (reading.is_due(case_id))', t);
    end loop;
end $$;
grant delete on case_path, mentoring_request to portal_reader;
grant update (case_id) on mentoring_request to portal_reader;
grant insert on erased_case to portal_reader;
create policy erased on case_path for delete to portal_reader using (reading.is_due(id));
create policy erased on mentoring_request for delete to portal_reader using (case_id is not null and reading.is_due(case_id));
create policy parted on mentoring_request for update to portal_reader using (case_id is not null and reading.is_due(case_id)) with check (case_id is null);
create policy written on erased_case for insert to portal_reader with check ((select app.role()) = 'Clock');
create policy seen on erased_case for select to portal_app using ((select app.role()) = 'DataProtectionOfficer');
revoke insert, update on erased_case from portal_app;

-- A hold is set and lifted by the officer, in the own name, and never becomes another one.
create policy seen on erasure_hold for select to portal_app using ((select app.role()) = 'DataProtectionOfficer');
create policy held on erasure_hold for insert to portal_app with check ((select app.role()) = 'DataProtectionOfficer'
    and held_by_user_id = (select app.current_user_id()) and lifted_at is null and lifted_by_user_id is null);
create policy lifted on erasure_hold for update to portal_app using ((select app.role()) = 'DataProtectionOfficer' and lifted_at is null)
    with check (lifted_at is not null and lifted_by_user_id = (select app.current_user_id()));
revoke update on erasure_hold from portal_app;
grant update (lifted_at, lifted_by_user_id) on erasure_hold to portal_app;

create index if not exists ix_case_path_erase on case_path (tenant_id, erase_on, id) where erase_on is not null;
-- What the keys between these rows ask when one of them goes; nothing else reads by them.
create index if not exists ix_case_event_handover on case_event (tenant_id, handover_id) where handover_id is not null;
create index if not exists ix_handover_step_of_step on handover_step (tenant_id, case_id, step_id);
create index if not exists ix_erasure_hold_case on erasure_hold (tenant_id, case_id);
