-- Questions of readers. Anybody asks about what is public; only the foundation sees what was asked, until it has passed it on to the office
-- whose entry it is; everybody reads it once it is answered.
call app.drop_policies('reader_question');
set local role portal_reader;
create or replace function reading.questions_waiting() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from reader_question where state = 'Waiting'
$$;
revoke execute on function reading.questions_waiting() from public;
grant execute on function reading.questions_waiting() to portal_app;
reset role;
create policy reader on reader_question for select to portal_reader using (true);
grant select on reader_question to portal_reader;

create policy asked on reader_question for insert to portal_app with check (
    state = 'Waiting' and moderated_by_user_id is null and moderated_at is null and answer is null and answered_by is null
    and reading.questions_waiting() < 500
    and exists (select from handbook_entry e where e.id = entry_id and e.public_version is not null and e.municipality_id is not distinct from reader_question.municipality_id offset 0));
create policy answered on reader_question for select to portal_app using (
    state = 'Answered' and exists (select from handbook_entry e where e.id = entry_id and e.public_version is not null offset 0));
create policy moderated on reader_question for select to portal_app using ((select app.reviews()));
create policy passed on reader_question for select to portal_app using (state in ('Passed', 'Answered') and app.writes_for(municipality_id));
create policy kept on reader_question for update to portal_app using ((select app.reviews()) or (state in ('Passed', 'Answered') and app.writes_for(municipality_id))) with check (true);
create policy overdue on reader_question for select to portal_app using ((select app.role()) = 'Clock' and state = 'Refused');
create policy forgotten on reader_question for delete to portal_app using ((select app.role()) = 'Clock' and state = 'Refused');

create or replace function app.guard_reader_question() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (old.state = 'Waiting' and new.state = 'Passed') or (old.state in ('Waiting', 'Passed', 'Answered') and new.state = 'Refused') then
        if not app.reviews() or new.moderated_by_user_id is distinct from app.current_user_id()
            or num_nonnulls(new.answer, new.answered_by, new.answered_by_user_id, new.answered_at) > 0 then
            raise insufficient_privilege using message = 'the foundation moderates';
        end if;
    elsif (old.state, new.state) = ('Passed', 'Answered') then
        if not app.writes_for(new.municipality_id) or new.answered_by_user_id is distinct from app.current_user_id() or new.answer is null then
            raise insufficient_privilege using message = 'its office answers';
        end if;
    elsif (old.state, new.state) = ('Answered', 'Passed') then
        if not app.writes_for(new.municipality_id) or to_jsonb(new) - 'state' <> to_jsonb(old) - 'state' then
            raise insufficient_privilege using message = 'its office takes its answer back';
        end if;
    else
        raise insufficient_privilege using message = 'a question moves from waiting to passed to answered and back, or is refused';
    end if;
    return new;
end $$;
create or replace trigger guard before update on reader_question
    for each row when (current_user = 'portal_app') execute function app.guard_reader_question();
