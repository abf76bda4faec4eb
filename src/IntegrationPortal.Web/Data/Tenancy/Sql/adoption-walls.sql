-- A plan is seen and kept by the coordination of its municipality; the clock reads when a result is due. What was released stands on a
-- shelf of its own (released_adoption), which everybody reads and only this trigger writes.
create policy seen on adoption for select to portal_app using ((select app.role()) in ('Coordinator', 'Clock'));
create policy adopted on adoption for insert to portal_app with check (
    (select app.role()) = 'Coordinator' and adopted_by_user_id = (select app.current_user_id()) and reported_on is null and released_on is null
    and exists (select from handbook_entry e where e.id = entry_id and e.public_version is not null and e.kind in ('GoodPractice', 'Format') offset 0));
create policy kept on adoption for update to portal_app using ((select app.role()) in ('Coordinator', 'Clock')) with check (true);

create policy seen on adoption_step for select to portal_app using (
    (select app.role()) = 'Coordinator' and exists (select from adoption a where a.tenant_id = adoption_step.tenant_id and a.id = adoption_id offset 0));
create policy planned on adoption_step for insert to portal_app with check (
    (select app.role()) = 'Coordinator' and exists (select from adoption a where a.tenant_id = adoption_step.tenant_id and a.id = adoption_id offset 0));
create policy kept on adoption_step for update to portal_app using ((select app.role()) = 'Coordinator') with check (true);
create policy removed on adoption_step for delete to portal_app using ((select app.role()) = 'Coordinator');

-- The clock asks for results and says nothing about them.
create or replace function app.guard_adoption() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if app.role() = 'Clock' and (new.known_version, new.adaptation, new.outcome, new.result, new.evidence, new.reported_on, new.released_on)
        is distinct from (old.known_version, old.adaptation, old.outcome, old.result, old.evidence, old.reported_on, old.released_on) then
        raise insufficient_privilege using message = 'what came of it says the municipality';
    end if;
    return new;
end $$;
create or replace trigger guard before update on adoption
    for each row when (current_user = 'portal_app') execute function app.guard_adoption();

grant select, insert, update, delete on released_adoption to portal_reader;
set local role portal_reader;
create or replace function reading.shelve_adoption() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from released_adoption r where r.adoption_id = new.id;
    if new.released_on is not null then
        insert into released_adoption (adoption_id, entry_id, municipality_id, municipality, adopted_on, adaptation, outcome, result, evidence, reported_on)
        select new.id, new.entry_id, new.tenant_id, t.name, new.adopted_on, new.adaptation, new.outcome, new.result, new.evidence, new.reported_on
        from tenant t where t.id = new.tenant_id;
    end if;
    return null;
end $$;
revoke execute on function reading.shelve_adoption() from public;
grant execute on function reading.shelve_adoption() to portal_owner;
reset role;
create or replace trigger shelved after insert or update on adoption
    for each row execute function reading.shelve_adoption();
