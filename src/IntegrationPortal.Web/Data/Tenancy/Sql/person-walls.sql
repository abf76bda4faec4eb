-- The person on their own page (ADR 21). There is no account: the session has no actor, user or role, so every wall that asks for these stays shut, and
-- what follows opens the path of one case, who takes part in it, its consents, and what the person and the lead write to each other. No name, no
-- fact, no event, no content or question of a handover, and nothing of mentoring.

-- Which case a token opens, as for printed sheets (sheet-walls.sql). A link that was printed anew, revoked, has lapsed or was guessed at is the same nothing
-- as one that never was.
set local role portal_reader;
do $$
begin
    if to_regclass('reading.person_token') is null then
        create table reading.person_token (token_hash bytea primary key, tenant_id uuid not null, case_id uuid not null, unique (tenant_id, case_id));
    end if;
end $$;
create or replace function reading.note_person_token() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from reading.person_token where tenant_id = coalesce(new.tenant_id, old.tenant_id) and case_id = coalesce(new.case_id, old.case_id);
    if new.token_hash is not null and new.revoked_at is null then
        insert into reading.person_token values (new.token_hash, new.tenant_id, new.case_id);
    end if;
    return null;
end $$;
create or replace function reading.person_link_of(hash bytea)
    returns table (tenant_id uuid, case_id uuid, language text)
    language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
    asked_as constant text := coalesce(current_setting('app.tenant', true), '');
    known reading.person_token;
begin
    select * into known from reading.person_token t where t.token_hash = hash;
    if known.case_id is null then
        return;
    end if;
    perform set_config('app.tenant', known.tenant_id::text, true);
    -- The ten is PersonLink.MostWrongCodes of the domain; PersonWallTests hold the two together.
    return query select l.tenant_id, l.case_id, l.language::text from person_link l
        where l.tenant_id = known.tenant_id and l.case_id = known.case_id and l.revoked_at is null and l.wrong_codes < 10
          and l.until >= (app.now() at time zone 'Europe/Berlin')::date;
    perform set_config('app.tenant', asked_as, true);
end $$;

-- Who opened the record of this person: which actor did what on which day, and how often; never which of its people.
create or replace function reading.readings_of_person() returns table (day date, actor_id uuid, kind text, times bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select (a.at at time zone 'Europe/Berlin')::date, a.actor_id, a.kind::text, count(*)
    from access_entry a
    where a.tenant_id = (select app.tenant()) and a.case_id = (select app.person_case())
    group by 1, 2, 3 order by 1 desc, 3, 2 limit 200
$$;
revoke execute on function reading.note_person_token(), reading.person_link_of(bytea), reading.readings_of_person() from public;
grant execute on function reading.note_person_token() to portal_owner;
grant execute on function reading.person_link_of(bytea), reading.readings_of_person() to portal_app;
reset role;
create or replace trigger noted after insert or delete or update of token_hash, revoked_at on person_link
    for each row execute function reading.note_person_token();

-- Whoever prints or revokes does so in the own name; the person's page counts codes and changes nothing else.
create policy seen_by_person on person_link for select to portal_app using (case_id = (select app.person_case()));
create policy tried_by_person on person_link for update to portal_app using (case_id = (select app.person_case()));
create policy printed on person_link as restrictive for insert to portal_app with check (
    printed_by_user_id = (select app.current_user_id()) and revoked_at is null and wrong_codes = 0);
create or replace function app.guard_person_link() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (app.person_case() is not distinct from new.case_id and to_jsonb(new) - 'wrong_codes' <> to_jsonb(old) - 'wrong_codes')
        or (app.person_case() is distinct from new.case_id and new.wrong_codes <> old.wrong_codes and (new.wrong_codes <> 0 or new.token_hash = old.token_hash))
        or (new.token_hash <> old.token_hash and new.printed_by_user_id is distinct from app.current_user_id())
        or (new.token_hash = old.token_hash and (new.code_hash, new.language, new.prints, new.printed_at, new.printed_by_user_id, new.until)
            is distinct from (old.code_hash, old.language, old.prints, old.printed_at, old.printed_by_user_id, old.until))
        or (new.revoked_at is not null and new.revoked_at is distinct from old.revoked_at and new.revoked_by_user_id is distinct from app.current_user_id())
        or (new.revoked_at is null and old.revoked_at is not null and new.token_hash = old.token_hash) then
        raise insufficient_privilege using message = 'a link of a person is printed and revoked in the own name, and its page counts codes';
    end if;
    return new;
end $$;
create or replace trigger guard before update on person_link for each row when (current_user = 'portal_app') execute function app.guard_person_link();

-- person_question: written by the person, answered once by the lead or the coordination that takes part.
create policy seen on person_question for select to portal_app using (reading.leads(case_id));
create policy seen_by_person on person_question for select to portal_app using (case_id = (select app.person_case()));
create policy asked on person_question for insert to portal_app with check (
    case_id = (select app.person_case()) and answered_at is null and asked_at between (select app.now()) - interval '1 minute' and (select app.now()) + interval '1 minute');
create policy answered on person_question for update to portal_app
    using (reading.leads(case_id) and answered_at is null)
    with check (reading.leads(case_id) and answered_by_user_id = (select app.current_user_id()) and answered_by_actor_id = (select app.actor())
        and answered_at between (select app.now()) - interval '1 minute' and (select app.now()) + interval '1 minute');

-- What the page shows, and what a printed sheet shows (sheet-walls.sql): of the handover its preview, of the case what accepting it writes.
create policy seen_by_guest on case_path for select to portal_app using (
    (select app.is_guest()) and (id = app.person_case() or id = app.accepted_case()));
create policy seen_by_guest on case_step for select to portal_app using (
    (select app.is_guest()) and (case_id = app.person_case() or case_id = app.accepted_case()));
create policy seen_by_guest on participation for select to portal_app using (
    (select app.is_guest()) and (case_id = app.person_case() or (case_id = app.sheet_case() and actor_id = app.sheet_actor())));
create policy seen_by_guest on participation_ground for select to portal_app using (
    (select app.is_guest()) and (case_id = app.person_case() or (case_id = app.sheet_case() and actor_id = app.sheet_actor())));
create policy seen_by_guest on handover for select to portal_app using (
    (select app.is_guest()) and (case_id = app.person_case() or (id = app.sheet() and state not in ('Withdrawn', 'Expired'))));
create policy seen_by_person on further_template for select to portal_app using (case_id = (select app.person_case()));
create policy seen_by_person on consent for select to portal_app using (case_id = (select app.person_case()));
create policy seen_by_person on deletion_request for select to portal_app using (case_id = (select app.person_case()));

-- Withdrawing a consent, and in that moment all that follows from it (withdrawal-guards.sql says at the commit whether it did).
create policy withdrawn_by_person on consent for update to portal_app using (case_id = (select app.person_case()));
create policy moved_by_person on case_path for update to portal_app using (id = (select app.withdrawing_case()));
create policy moved_by_person on case_step for update to portal_app using (case_id = (select app.withdrawing_case()));
create policy moved_by_person on participation for update to portal_app using (case_id = (select app.withdrawing_case()));
create policy ended_by_person on participation_ground for update to portal_app using (case_id = (select app.withdrawing_case()));
create policy recalled_by_person on handover for update to portal_app
    using (case_id = (select app.withdrawing_case()) and state in ('Sent', 'ClarificationRequested') and reading.lost_consent(id, case_id))
    with check (case_id = (select app.withdrawing_case()) and state = 'Withdrawn');
create policy told_by_person on case_event for insert to portal_app with check (
    category = 0 and kind in ('ConsentWithdrawn', 'HandoverWithdrawn') and case_id = (select app.withdrawing_case()));
create policy asked_by_person on deletion_request for insert to portal_app with check (
    answered_at is null and asked_at <= (select app.now()) + interval '1 minute' and case_id = (select app.withdrawing_case())
    and reading.may_ask_to_delete(case_id, consent_id, actor_id, covers, case_number));
