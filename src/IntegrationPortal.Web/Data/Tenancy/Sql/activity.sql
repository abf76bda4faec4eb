-- Every deed of a handover is something that happened to its case, so it moves the case's last activity. Told by the event that each deed
-- writes, and by a function with definer rights: the receiver asks back and declines before the case is open to it. Being reminded is no
-- deed; deeds of the path have moved it themselves already. What stands in the path is copied for the lists of all who take part, by one
-- statement and by nobody else. Both at the commit, so that no row changes its version under the hands of the deed that is saving it.
create policy touched on case_path for update to portal_reader using (true) with check (true);
create policy touched on participation for update to portal_reader using (true) with check (true);
grant update (last_activity_at) on case_path to portal_reader;
grant update (last_activity_at, next_due_on, next_end_on, closed_on) on participation to portal_reader;
create policy touched on handover for update to portal_reader using (true) with check (true);
grant update (case_closed_on) on handover to portal_reader;

set local role portal_reader;
create or replace function reading.move_activity() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update case_path c set last_activity_at = new.happened_at
    where c.tenant_id = new.tenant_id and c.id = new.case_id and c.last_activity_at < new.happened_at;
    return null;
end $$;
create or replace function reading.copy_activity() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- What ends next concerns the one that leads, while the case is open: the next deadline is that of an open step.
    update participation p set last_activity_at = c.last_activity_at, next_due_on = c.next_due_on, closed_on = c.closed_on,
        next_end_on = case when p.actor_id = c.lead_actor_id then c.next_end_on end
    from (select tenant_id, id, lead_actor_id, last_activity_at, next_due_on, closed_on, case when next_due_on is not null then next_end_on end as next_end_on
        from case_path where tenant_id = new.tenant_id and id = new.id) c
    where p.tenant_id = c.tenant_id and p.case_id = c.id
      and (p.last_activity_at, p.next_due_on, p.closed_on, p.next_end_on)
        is distinct from (c.last_activity_at, c.next_due_on, c.closed_on, case when p.actor_id = c.lead_actor_id then c.next_end_on end);
    return null;
end $$;
-- That the case is closed is said beside its handovers too: a receiver that takes part no more still has them.
create or replace function reading.copy_closure() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update handover h set case_closed_on = new.closed_on
    where h.tenant_id = new.tenant_id and h.case_id = new.id and h.case_closed_on is distinct from new.closed_on;
    return null;
end $$;
revoke execute on function reading.move_activity(), reading.copy_activity(), reading.copy_closure() from public;
grant execute on function reading.move_activity(), reading.copy_activity(), reading.copy_closure() to portal_owner;
reset role;

drop trigger if exists moved on case_event;
create constraint trigger moved after insert on case_event deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.handover_id is not null and new.kind not in ('HandoverReminded', 'HandoverEscalated'))
    execute function reading.move_activity();
drop trigger if exists copied on case_path;
create constraint trigger copied after update of last_activity_at, next_due_on, next_end_on, lead_actor_id, closed_on on case_path deferrable initially deferred for each row
    when (current_user in ('portal_app', 'portal_reader')) execute function reading.copy_activity();
create or replace trigger closure_copied after update of closed_on on case_path for each row
    when (current_user = 'portal_app' and new.closed_on is distinct from old.closed_on) execute function reading.copy_closure();
