-- Who writes numbers and targets: the foundation for every municipality, a coordination for its own. Each sees what its office has written;
-- targets are read by everybody who may see indicators, through portal_aggregate.
call app.drop_policies('indicator.target');
call app.drop_policies('indicator_entry');
grant usage on schema indicator to portal_app;
grant select, insert, update on indicator.target to portal_app;
revoke update on indicator_entry from portal_app;

create or replace function app.indicator_office() returns text language sql stable parallel safe
    return case (select app.role())
        when 'FoundationStaff' then 'foundation'
        when 'Coordinator' then (select key from public.tenant where id = (select app.tenant())) end;
grant execute on function app.indicator_office() to portal_app;

-- Nor do the periods of two targets overlap when both offices set one, or somebody twice at the same moment. Not where they already do.
do $$
begin
    if not exists (select from pg_constraint where conname = 'ex_target_overlap') and not exists (
        select from indicator.target a join indicator.target b on b.municipality_key = a.municipality_key and b.code = a.code and b.id > a.id
            and b.baseline_month < a.target_month and a.baseline_month < b.target_month) then
        alter table indicator.target add constraint ex_target_overlap
            exclude using gist (municipality_key with =, code with =, daterange(baseline_month, target_month) with &&);
    end if;
end $$;
create policy written on indicator.target to portal_app
    using (office = (select app.indicator_office()))
    with check (office = (select app.indicator_office()) and (office = 'foundation' or municipality_key = office));
create policy read on indicator.target for select to portal_aggregate using (true);
create policy seen on indicator_entry for select to portal_app using (office = (select app.indicator_office()));
create policy written on indicator_entry for insert to portal_app
    with check (office = (select app.indicator_office()) and (office = 'foundation' or municipality_key = office)
        and recorded_by_user_id = (select app.current_user_id()));
create policy counted on indicator_entry for select to portal_counter using (true);
grant select on indicator_entry to portal_counter;
grant usage on schema public to portal_counter;
