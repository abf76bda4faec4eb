-- The evaluation. Its tables hold no person: plans, frozen published numbers, sums of anonymous answers, reports. Evaluation and foundation
-- write; what is registered, taken or released stays as it is, for whoever owns the tables too.
create or replace function app.evaluates() returns boolean language sql stable parallel safe
    return app.role() in ('Evaluator', 'FoundationStaff');
create or replace function app.reads_programme() returns boolean language sql stable parallel safe
    return app.role() in ('Evaluator', 'FoundationStaff', 'ProcessFacilitator', 'AdvisoryBoard', 'Coordinator', 'Clock');

do $$
declare t text;
begin
    foreach t in array array['evaluation_plan', 'plan_question', 'plan_indicator', 'evaluation_snapshot', 'progress_report', 'report_block',
        'survey', 'survey_batch', 'survey_link', 'survey_tally'] loop
        call app.drop_policies(t::regclass);
        -- The demo and a restore copy as the owner.
        execute format('create policy owner on %I to portal_owner using (true) with check (true)', t);
    end loop;
end $$;

create policy kept on evaluation_plan to portal_app using ((select app.evaluates())) with check ((select app.evaluates()));
create policy registered on evaluation_plan for select to portal_app using (registered_at is not null and (select app.reads_programme()));
create policy kept on plan_question to portal_app using ((select app.evaluates())) with check ((select app.evaluates()));
create policy registered on plan_question for select to portal_app using (exists (select from evaluation_plan p where p.id = plan_id));
create policy kept on plan_indicator to portal_app using ((select app.evaluates())) with check ((select app.evaluates()));
create policy registered on plan_indicator for select to portal_app using (exists (select from evaluation_plan p where p.id = plan_id));

-- All municipalities side by side: evaluation and foundation, and the clock that looks for what is missing.
create policy seen on evaluation_snapshot for select to portal_app using ((select app.evaluates()) or (select app.role()) = 'Clock');
create policy taken on evaluation_snapshot for insert to portal_app with check ((select app.evaluates()));

create policy kept on progress_report to portal_app using ((select app.evaluates())) with check ((select app.evaluates()));
create policy released on progress_report for select to portal_app using (released_at is not null and (select app.reads_programme()));
create policy kept on report_block to portal_app using ((select app.evaluates())) with check ((select app.evaluates()));
create policy released on report_block for select to portal_app using (exists (select from progress_report r where r.id = report_id));

-- Never again. "Always" holds against a session that calls itself a replica, too.
create or replace function app.refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise insufficient_privilege using message = tg_table_name || ' stays as it was taken';
end $$;
create or replace trigger refuse before update or delete or truncate on evaluation_snapshot for each statement execute function app.refuse_change();
alter table evaluation_snapshot enable always trigger refuse;
revoke update, delete, truncate on evaluation_snapshot from portal_app;

-- A link joins the chain where it ends, with the hash it must have (Domain/Evaluation/SnapshotChain.cs). Looked at when the transaction ends, so
-- that a copy may come in any order.
create or replace function app.check_snapshot() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    before text := (select hash from evaluation_snapshot s where s.plan_id = new.plan_id and s.wave < new.wave order by s.wave desc limit 1);
begin
    if before is null then
        select hash into before from evaluation_plan p where p.id = new.plan_id and p.registered_at is not null;
    end if;
    if new.previous_hash is distinct from before
        or new.hash <> encode(sha256(convert_to(concat_ws(E'\n', new.previous_hash, new.plan_id, new.wave, to_char(new.month, 'YYYY-MM-DD'), new.content), 'UTF8')), 'hex') then
        raise insufficient_privilege using message = 'a snapshot joins the end of its chain, with the hash of its content';
    end if;
    return null;
end $$;
drop trigger if exists chain on evaluation_snapshot;
create constraint trigger chain after insert on evaluation_snapshot deferrable initially deferred for each row execute function app.check_snapshot();
alter table evaluation_snapshot enable always trigger chain;

-- A registered plan and a released report are read only; so is what belongs to them, what leaves it and what would come to it.
create or replace function app.keep_registered() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_table_name = 'evaluation_plan' then
        if old.registered_at is not null then raise insufficient_privilege using message = 'a registered plan stays as it is'; end if;
        return coalesce(new, old);
    end if;
    -- Whoever registers or releases at this moment is waited for; the next question sees what they have done.
    perform from evaluation_plan p where p.id in (old.plan_id, new.plan_id) for no key update;
    if exists (select from evaluation_plan p where p.id in (old.plan_id, new.plan_id) and p.registered_at is not null) then
        raise insufficient_privilege using message = 'a registered plan stays as it is';
    end if;
    return coalesce(new, old);
end $$;
create or replace trigger keep before update or delete on evaluation_plan for each row execute function app.keep_registered();
create or replace trigger keep before update or delete on plan_question for each row execute function app.keep_registered();
create or replace trigger keep before update or delete on plan_indicator for each row execute function app.keep_registered();
-- Nor is anything added to it; a copy of the demo brings plan and questions at once.
create or replace trigger grow before insert on plan_question for each row when (current_user = 'portal_app') execute function app.keep_registered();
create or replace trigger grow before insert on plan_indicator for each row when (current_user = 'portal_app') execute function app.keep_registered();
create or replace trigger refuse before truncate on evaluation_plan for each statement execute function app.refuse_change();
create or replace trigger refuse before truncate on plan_question for each statement execute function app.refuse_change();
create or replace trigger refuse before truncate on plan_indicator for each statement execute function app.refuse_change();

create or replace function app.keep_released() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_table_name = 'progress_report' then
        if old.released_at is not null then raise insufficient_privilege using message = 'a released report stays as it is'; end if;
        return coalesce(new, old);
    end if;
    perform from progress_report r where r.id in (old.report_id, new.report_id) for no key update;
    if exists (select from progress_report r where r.id in (old.report_id, new.report_id) and r.released_at is not null) then
        raise insufficient_privilege using message = 'a released report stays as it is';
    end if;
    return coalesce(new, old);
end $$;
create or replace trigger keep before update or delete on progress_report for each row execute function app.keep_released();
create or replace trigger keep before insert or update or delete on report_block for each row execute function app.keep_released();
create or replace trigger refuse before truncate on progress_report for each statement execute function app.refuse_change();
create or replace trigger refuse before truncate on report_block for each statement execute function app.refuse_change();

-- Surveys. A coordination hands out links of its own municipality; who has one answers without a session, through the one function below.
create or replace function app.own_key() returns text language sql stable parallel safe
    return (select key from tenant where id = app.tenant());
create policy kept on survey to portal_app using ((select app.evaluates())) with check ((select app.evaluates()));
create policy seen on survey for select to portal_app using (true);
create policy seen on survey_batch for select to portal_app using ((select app.evaluates()) or municipality_key = (select app.own_key()));
create policy made on survey_batch for insert to portal_app with check ((select app.role()) = 'Coordinator' and municipality_key = (select app.own_key()));
create policy seen on survey_link for select to portal_app using (municipality_key = (select app.own_key()) and (select app.role()) = 'Coordinator');
create policy made on survey_link for insert to portal_app with check ((select app.role()) = 'Coordinator' and municipality_key = (select app.own_key()));
revoke update, delete on survey_batch, survey_link from portal_app;
-- No single tick is read by the portal, and none is made by hand.
revoke all on survey_tally from portal_app;

do $$
declare t text;
begin
    foreach t in array array['survey', 'survey_batch', 'survey_link', 'survey_tally'] loop
        execute format('create policy reader on %I to portal_reader using (true) with check (true)', t);
    end loop;
end $$;
grant select on survey, survey_batch to portal_reader;
grant select, delete on survey_link to portal_reader;
grant select, insert, update on survey_tally to portal_reader;

set local role portal_reader;
-- Which survey a link opens today; nothing for a link that was used, or is of a survey that is over or has not begun.
create or replace function reading.survey_of_link(link uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select s.id from survey_link l join survey s on s.id = l.survey_id
    where l.id = link and (app.now() at time zone 'Europe/Berlin')::date between s.opens_on and s.closes_on
$$;
-- The link goes and the ticks are added, both or neither; of two at once one finds it gone. Nothing is kept that connects them.
create or replace function reading.answer_survey(link uuid, items text[], ticks int[]) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
    used survey_link;
begin
    if not exists (select from reading.survey_of_link(link)) then
        return false;
    end if;
    delete from survey_link where id = link returning * into used;
    if used.id is null then
        return false;
    end if;
    insert into survey_tally as t (survey_id, municipality_key, item_key, value, answers)
        select used.survey_id, used.municipality_key, item, tick, 1 from unnest(array_append(items, ''), array_append(ticks, 0)) as given (item, tick)
        on conflict (survey_id, municipality_key, item_key, value) do update set answers = t.answers + 1;
    return true;
end $$;
-- What a survey found, once it is over: municipalities and questions with at least five answers.
create or replace function reading.survey_results(of_survey uuid) returns table (municipality_key text, item_key text, value int, answers int)
    language sql stable security definer set search_path = public, pg_temp as $$
    with enough as (
        select t.municipality_key, t.item_key from survey_tally t where t.survey_id = of_survey
        group by t.municipality_key, t.item_key having sum(t.answers) >= 5)
    select t.municipality_key, t.item_key, t.value, t.answers from survey_tally t join enough e using (municipality_key, item_key)
    join enough whole on whole.municipality_key = t.municipality_key and whole.item_key = ''
    join survey s on s.id = t.survey_id
    where t.survey_id = of_survey and (app.evaluates() or t.municipality_key = app.own_key()) and s.closes_on < (app.now() at time zone 'Europe/Berlin')::date
$$;
-- For the response rate: links made and links left, also while it runs. Fewer than five links would tell who has answered.
create or replace function reading.survey_response(of_survey uuid) returns table (municipality_key text, links int, answered int)
    language sql stable security definer set search_path = public, pg_temp as $$
    select b.municipality_key, sum(b.links)::int, (sum(b.links) - (select count(*) from survey_link l where l.survey_id = of_survey and l.municipality_key = b.municipality_key))::int
    from survey_batch b where b.survey_id = of_survey and (app.evaluates() or b.municipality_key = app.own_key())
    group by b.municipality_key having sum(b.links) >= 5
$$;
revoke execute on function reading.survey_of_link(uuid), reading.answer_survey(uuid, text[], int[]), reading.survey_results(uuid), reading.survey_response(uuid) from public;
grant execute on function reading.survey_of_link(uuid), reading.answer_survey(uuid, text[], int[]), reading.survey_results(uuid), reading.survey_response(uuid) to portal_app;
reset role;
