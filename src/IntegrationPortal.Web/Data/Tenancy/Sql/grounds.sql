-- Why something is shared. Every category rests on a consent or on a norm, never on neither and never on both, and the database
-- knows which. Asked at the commit, since rows of one save come in any order; like move-guards.sql it binds the application role.

-- What is sent rests on a consent of this case for this receiver that held on the day of sending, or on a norm that lets this kind
-- of sender tell that kind of receiver. It ends when the consent or the norm ends (Domain/Consents/LegalGrounds.cs says the same).
create or replace function app.check_handover_ground() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (
        select from handover h
        join actor sender on sender.tenant_id = h.tenant_id and sender.id = h.from_actor_id
        join actor receiver on receiver.tenant_id = h.tenant_id and receiver.id = h.to_actor_id
        cross join lateral (select (h.sent_at at time zone 'Europe/Berlin')::date as day) sent
        where h.tenant_id = new.tenant_id and h.case_id = new.case_id and h.id = new.handover_id
          and (new.norm is null and exists (select from consent c
                where c.tenant_id = h.tenant_id and c.case_id = h.case_id and c.id = new.consent_id and c.recipient_actor_id = h.to_actor_id and c.withdrawn_at is null
                  and (new.covers & ~c.covers) = 0 and sent.day between c.given_on and c.until and new.until = c.until)
            or new.consent_id is null and exists (select from statutory_basis b
                where b.key = new.norm and (new.covers & ~b.categories) = 0 and sender.kind = any (b.sender_kinds) and receiver.kind = any (b.receiver_kinds)
                  and sent.day between b.valid_from and coalesce(b.valid_to, 'infinity') and new.until is not distinct from b.valid_to))) then
        return null;
    end if;
    raise insufficient_privilege using message = 'what is handed over needs a consent of this case or a norm';
end $$;
drop trigger if exists founded on handover_ground;
create constraint trigger founded after insert on handover_ground
    deferrable initially deferred for each row when (current_user = 'portal_app') execute function app.check_handover_ground();

-- Who takes part does so on the very ground that was sent along, or collected the data itself, or is an emergency of a day.
create or replace function app.check_participation_ground() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.handover_id is not null and exists (
            select from handover_ground g
            join handover h on h.tenant_id = g.tenant_id and h.case_id = g.case_id and h.id = g.handover_id and h.to_actor_id = new.actor_id
            where g.tenant_id = new.tenant_id and g.case_id = new.case_id and g.handover_id = new.handover_id
              and (g.covers, g.consent_id, g.norm, g.until) is not distinct from (new.covers, new.consent_id, new.norm, new.until))
        or new.handover_id is null and new.consent_id is null
            and (new.norm = 'own-record' and (new.covers & ~reading.collected_by(new.case_id, new.actor_id)) = 0
                or new.norm = 'break-glass' and app.role() = 'Coordinator'
                    and new.until <= (app.now() at time zone 'Europe/Berlin')::date + 1) then
        return null;
    end if;
    raise insufficient_privilege using message = 'a participation needs the ground of a handover, an own record, or an emergency';
end $$;
drop trigger if exists founded on participation_ground;
create constraint trigger founded after insert on participation_ground
    deferrable initially deferred for each row when (current_user = 'portal_app') execute function app.check_participation_ground();

-- What rests on a norm ends with it. When a release writes down that a norm ends, or that it does not, the owner carries the day over to what
-- rests on it (Data/Reference/ReferenceLoader.cs): the job then ends participations, and what is offered is accepted only till then.
grant select on statutory_basis to portal_reader;
create policy renewed on participation_ground for update to portal_reader using (true) with check (true);
create policy renewed on handover_ground for update to portal_reader using (true) with check (true);
grant update (until) on participation_ground, handover_ground to portal_reader;

set local role portal_reader;
create or replace function reading.carry_norms() returns void language sql security definer set search_path = public, pg_temp as $$
    update participation_ground g set until = b.valid_to from statutory_basis b
    where g.tenant_id = app.tenant() and g.ended_on is null and b.key = g.norm and g.until is distinct from b.valid_to;
    update handover_ground g set until = b.valid_to from statutory_basis b
    where g.tenant_id = app.tenant() and b.key = g.norm and g.until is distinct from b.valid_to;
$$;
revoke execute on function reading.carry_norms() from public;
grant execute on function reading.carry_norms() to portal_owner;
reset role;
