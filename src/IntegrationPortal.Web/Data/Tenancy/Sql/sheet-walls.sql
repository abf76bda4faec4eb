-- Printed sheets of handovers (ADR 19). Whoever holds one has no account: the session then has no actor, user or role, so every wall that asks for
-- these stays shut, and what follows opens one handover, and of its case no more than accepting it writes.

-- Which handover a token opens. The hash is found before the municipality is known, so it lies outside of the walls, where the functions of the
-- reader look and nobody else.
set local role portal_reader;
do $$
begin
    if to_regclass('reading.sheet_token') is null then
        create table reading.sheet_token (token_hash bytea primary key, tenant_id uuid not null, handover_id uuid not null, unique (tenant_id, handover_id));
    end if;
end $$;
create or replace function reading.note_sheet_token() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from reading.sheet_token where tenant_id = coalesce(new.tenant_id, old.tenant_id) and handover_id = coalesce(new.handover_id, old.handover_id);
    if new.token_hash is not null then
        insert into reading.sheet_token values (new.token_hash, new.tenant_id, new.handover_id);
    end if;
    return null;
end $$;
-- The same nothing for a token that never was and for one of a sheet printed anew since; whether the handover is still open is said beside it, for
-- whoever sends an answer twice. The reader is held by the tenant lock, so the function steps into that municipality and out again.
create or replace function reading.sheet_of(hash bytea)
    returns table (tenant_id uuid, handover_id uuid, actor_id uuid, actor_kind text, answer_id uuid, is_open boolean)
    language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
    asked_as constant text := coalesce(current_setting('app.tenant', true), '');
    known reading.sheet_token;
begin
    select * into known from reading.sheet_token t where t.token_hash = hash;
    if known.handover_id is null then
        return;
    end if;
    perform set_config('app.tenant', known.tenant_id::text, true);
    return query select h.tenant_id, h.id, h.to_actor_id, a.kind::text, s.answer_id,
            h.state in ('Sent', 'ClarificationRequested') and h.kind = 'Referral' and h.case_closed_on is null
        from handover h
        join handover_sheet s on s.tenant_id = h.tenant_id and s.handover_id = h.id
        join actor a on a.tenant_id = h.tenant_id and a.id = h.to_actor_id
        where h.tenant_id = known.tenant_id and h.id = known.handover_id;
    perform set_config('app.tenant', asked_as, true);
end $$;
revoke execute on function reading.note_sheet_token(), reading.sheet_of(bytea) from public;
grant execute on function reading.note_sheet_token() to portal_owner;
grant execute on function reading.sheet_of(bytea) to portal_app;
reset role;
create or replace trigger noted after insert or delete or update of token_hash on handover_sheet
    for each row execute function reading.note_sheet_token();

-- What it sees stands in person-walls.sql (seen_by_guest).
create policy answered_by_sheet on handover for update to portal_app
    using (id = (select app.sheet()) and state in ('Sent', 'ClarificationRequested'))
    with check (id = (select app.sheet()) and app.sheet_answers(id, kind, state));
create policy asked_by_sheet on handover_message for insert to portal_app with check (
    handover_id = (select app.sheet()) and reading.is_side(handover_id, case_id) and actor_id = (select app.sheet_actor())
    and user_id is null and is_question and written_by is not null);

-- Accepting: the receiver takes part on what was handed over (the guards of move-guards.sql see to the rest), and answers for the steps. The path is
-- seen and written while that is saved, and not after.
create policy joined_by_sheet on participation for insert to portal_app with check (
    case_id = (select app.sheet_case()) and actor_id = (select app.sheet_actor()) and next_end_on is null and until is null
    and (categories & ~reading.handed_to(case_id, actor_id, true)) = 0);
create policy moved_by_sheet on participation for update to portal_app
    using (case_id = (select app.sheet_case()) and actor_id = (select app.sheet_actor()))
    with check (case_id = (select app.sheet_case()) and actor_id = (select app.sheet_actor()) and is_active and until is null);
create policy joined_by_sheet on participation_ground for insert to portal_app with check (
    case_id = (select app.sheet_case()) and actor_id = (select app.sheet_actor()) and handover_id = (select app.sheet()));
create policy moved_by_sheet on case_path for update to portal_app using (id = (select app.accepted_case()));
create policy moved_by_sheet on case_step for update to portal_app using (case_id = (select app.accepted_case()));

-- The sheet itself: both sides know who answered. The sender prints, while it is open; whoever answers says who they are, and nothing else of it changes.
create policy seen on handover_sheet for select to portal_app using (reading.is_side(handover_id, case_id));
create policy printed on handover_sheet for insert to portal_app with check (
    printed_by_user_id = (select app.current_user_id()) and num_nonnulls(answer_id, answered_by, answered_at) = 0
    and exists (select from handover h where h.tenant_id = handover_sheet.tenant_id and h.id = handover_id and h.case_id = handover_sheet.case_id
        and h.from_actor_id = (select app.actor()) and h.kind = 'Referral' and h.state in ('Sent', 'ClarificationRequested')));
create policy printed_again on handover_sheet for update to portal_app using (
    exists (select from handover h where h.tenant_id = handover_sheet.tenant_id and h.id = handover_id
        and h.from_actor_id = (select app.actor()) and h.state in ('Sent', 'ClarificationRequested')));
create policy answered on handover_sheet for update to portal_app using (handover_id = (select app.sheet()));
create or replace function app.guard_sheet() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (app.sheet() is not distinct from new.handover_id
            and (new.token_hash, new.prints, new.printed_at, new.printed_by_user_id) is distinct from (old.token_hash, old.prints, old.printed_at, old.printed_by_user_id))
        or (app.sheet() is distinct from new.handover_id
            and ((new.answer_id, new.answered_by, new.answered_at) is distinct from (old.answer_id, old.answered_by, old.answered_at)
                or new.printed_by_user_id is distinct from app.current_user_id())) then
        raise insufficient_privilege using message = 'a sheet is printed by its sender and answered by whoever holds it';
    end if;
    return new;
end $$;
create or replace trigger guard before update on handover_sheet for each row when (current_user = 'portal_app') execute function app.guard_sheet();
