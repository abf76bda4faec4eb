-- Every deed of a handover is something that happened to its case, so it moves the case's last activity, and the copies of it that the
-- lists of the participants read. Told by the event that each deed writes, and by a function with definer rights: the receiver asks
-- back and declines before the case is open to it. Being reminded is no deed; deeds of the path have moved it themselves already.
-- At the commit, so that no row changes its version under the hands of the deed that is saving it.
create policy touched on case_path for update to portal_reader using (true) with check (true);
create policy touched on participation for update to portal_reader using (true) with check (true);
grant update (last_activity_at) on case_path, participation to portal_reader;

set local role portal_reader;
create or replace function reading.move_activity() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update case_path c set last_activity_at = new.happened_at
    where c.tenant_id = new.tenant_id and c.id = new.case_id and c.last_activity_at < new.happened_at;
    update participation p set last_activity_at = new.happened_at
    where p.tenant_id = new.tenant_id and p.case_id = new.case_id and p.last_activity_at < new.happened_at;
    return null;
end $$;
revoke execute on function reading.move_activity() from public;
grant execute on function reading.move_activity() to portal_owner;
reset role;

drop trigger if exists moved on case_event;
create constraint trigger moved after insert on case_event deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.handover_id is not null and new.kind not in ('HandoverReminded', 'HandoverEscalated'))
    execute function reading.move_activity();
