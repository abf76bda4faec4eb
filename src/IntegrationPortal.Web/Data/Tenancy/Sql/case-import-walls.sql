-- A table that somebody brings along: only its actor sees it, while the role may bring one in at all (CaseImport.WhyNotImport); others of the same
-- municipality, the coordination included, see no row. The clock sees which of them run, and a table with its rows once it has been kept
-- for long enough.
create policy own on case_import to portal_app
    using (actor_id = (select app.actor()) and (select app.role()) in ('Coordinator', 'ActorManager'))
    with check (actor_id = (select app.actor()) and (select app.role()) in ('Coordinator', 'ActorManager'));
create policy own on case_import_row to portal_app
    using (actor_id = (select app.actor()) and (select app.role()) in ('Coordinator', 'ActorManager'))
    with check (actor_id = (select app.actor()) and (select app.role()) in ('Coordinator', 'ActorManager'));

-- Nobody brings one in, or starts it, in another's name.
create policy honest on case_import as restrictive for insert to portal_app with check (uploaded_by_user_id = (select app.current_user_id()));
create policy in_own_name on case_import as restrictive for update to portal_app using (true) with check (
    state <> 'Running' or started_by_user_id = (select app.current_user_id()));

create policy runs on case_import for select to portal_app using ((select app.role()) = 'Clock' and (state in ('Running', 'Stopped') or uploaded_at < (select app.kept_since('import-kept'))));
create policy stopped on case_import for update to portal_app using ((select app.role()) = 'Clock' and state = 'Running') with check (state = 'Stopped');
create policy over on case_import for delete to portal_app using ((select app.role()) = 'Clock' and uploaded_at < (select app.kept_since('import-kept')));

create policy over on case_import_row for select to portal_app using ((select app.role()) = 'Clock' and exists (select from case_import i
    where i.tenant_id = case_import_row.tenant_id and i.id = import_id and i.uploaded_at < (select app.kept_since('import-kept')) offset 0));
create policy forgotten on case_import_row for delete to portal_app using ((select app.role()) = 'Clock' and exists (select from case_import i
    where i.tenant_id = case_import_row.tenant_id and i.id = import_id and i.uploaded_at < (select app.kept_since('import-kept')) offset 0));

-- A row of an import becomes a case or goes with the whole; its cells are emptied then, and are never those of an opened case.
revoke update on case_import, case_import_row from portal_app;
grant update (state, started_by_user_id, started_as) on case_import to portal_app;
grant update (state, cells, anyway) on case_import_row to portal_app;
grant delete on case_import, case_import_row to portal_app;
create policy only_emptied on case_import_row as restrictive for update to portal_app using (true) with check (cells = '{}' or state <> 'Opened');
create index if not exists ix_case_import_row_case on case_import_row (tenant_id, case_id);
