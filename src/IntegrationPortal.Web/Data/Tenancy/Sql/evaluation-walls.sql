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
-- Nor is anything added to it, which the portal's role is told at once; a copy brings plan and questions in one transaction.
create or replace trigger grow before insert on plan_question for each row when (current_user = 'portal_app') execute function app.keep_registered();
create or replace trigger grow before insert on plan_indicator for each row when (current_user = 'portal_app') execute function app.keep_registered();
-- Whoever copies as the owner is held to the hash: when the transaction ends a registered plan is what was registered, for everybody
-- (Domain/Evaluation/EvaluationPlan.cs, Canonical). Questions that somebody adds later do not fit it.
create or replace function app.check_plan() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    p evaluation_plan;
begin
    select * into p from evaluation_plan where id = new.plan_id;
    if p.registered_at is not null and p.hash is distinct from encode(sha256(convert_to(
        p.id || E'\n' || p.title || E'\n' || to_char(p.begins, 'YYYY-MM-DD') || E'\n' || coalesce((
            select string_agg(q.number || ' ' || q.text || E'\n' || coalesce((
                select string_agg('- ' || i.code || ' ' || i.version || ' ' || i.definition_hash || E'\n', '' order by i.code collate "C")
                from plan_indicator i where i.plan_id = q.plan_id and i.question_number = q.number), ''), '' order by q.number)
            from plan_question q where q.plan_id = p.id), ''), 'UTF8')), 'hex') then
        raise insufficient_privilege using message = 'a registered plan stays as it is';
    end if;
    return null;
end $$;
drop trigger if exists whole on plan_question;
create constraint trigger whole after insert on plan_question deferrable initially deferred for each row execute function app.check_plan();
drop trigger if exists whole on plan_indicator;
create constraint trigger whole after insert on plan_indicator deferrable initially deferred for each row execute function app.check_plan();
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
-- What was ticked in a survey that is over, of municipalities and questions with at least five answers. The functions below read it, nobody else.
create or replace function reading.survey_counted(of_survey uuid) returns table (municipality_key text, item_key text, value int, answers int)
    language sql stable security definer set search_path = public, pg_temp as $$
    with enough as (
        select t.municipality_key, t.item_key from survey_tally t where t.survey_id = of_survey
        group by t.municipality_key, t.item_key having sum(t.answers) >= 5)
    select t.municipality_key, t.item_key, t.value, t.answers from survey_tally t join enough e using (municipality_key, item_key)
    join enough whole on whole.municipality_key = t.municipality_key and whole.item_key = ''
    join survey s on s.id = t.survey_id
    where t.survey_id = of_survey and s.closes_on < (app.now() at time zone 'Europe/Berlin')::date
$$;
-- A number is told when it and the others of its question are at least five, and so is what remains when those told are taken from a sum.
-- Hidden are numbers below five (none among them) and then the next larger, until all that is hidden is five answers; of municipalities two.
-- Of each municipality, and of all together (without a key), how many answered a question and how many gave one of the two best of its
-- five answers. Nothing else of a single municipality: on a scale of five, few answers would be in hardly any cell a group.
drop function if exists reading.survey_results(uuid);
create or replace function reading.survey_results(of_survey uuid) returns table (municipality_key text, item_key text, answers int, best int)
    language sql stable security definer set search_path = public, pg_temp as $$
    with sides as (
        select c.municipality_key, c.item_key, sum(c.answers)::int as answers, coalesce(sum(c.answers) filter (where c.value >= 4), 0)::int as best
        from reading.survey_counted(of_survey) c group by c.municipality_key, c.item_key),
    ranked as (
        select s.*, least(s.best, s.answers - s.best) as fewer, min(least(s.best, s.answers - s.best)) over (partition by s.item_key) as fewest,
            count(*) over smaller as towns, sum(s.best) over smaller as best_before, sum(s.answers - s.best) over smaller as rest_before
        from sides s
        window smaller as (partition by s.item_key order by least(s.best, s.answers - s.best) range between unbounded preceding and current row exclude group))
    select r.municipality_key, r.item_key, r.answers,
        case when r.item_key <> '' and (r.fewest >= 5 or (r.fewer >= 5 and r.towns > 1 and r.best_before >= 5 and r.rest_before >= 5)) then r.best end
    from ranked r where app.evaluates() or r.municipality_key = app.own_key()
    union all
    select null, s.item_key, sum(s.answers)::int, case when s.item_key <> '' and least(sum(s.best), sum(s.answers - s.best)) >= 5 then sum(s.best)::int end
    from sides s where app.evaluates() group by s.item_key
$$;
-- How often each answer was given, in all municipalities together. Where the sum of the two best is told, each of the two sides must hold by itself.
create or replace function reading.survey_values(of_survey uuid) returns table (item_key text, value int, answers int)
    language sql stable security definer set search_path = public, pg_temp as $$
    with counted as (
        select i.item_key, v.value, coalesce(sum(c.answers), 0)::int as answers
        from (select distinct k.item_key from reading.survey_counted(of_survey) k where k.item_key <> '') i cross join generate_series(1, 5) v (value)
        left join reading.survey_counted(of_survey) c on c.item_key = i.item_key and c.value = v.value group by i.item_key, v.value),
    sided as (
        select c.*, c.value >= 4 and least(sum(c.answers) filter (where c.value >= 4) over question, sum(c.answers) filter (where c.value < 4) over question) >= 5 as side
        from counted c window question as (partition by c.item_key)),
    ranked as (
        select s.*, min(s.answers) over (partition by s.item_key, s.side) as fewest,
            sum(s.answers) over (partition by s.item_key, s.side order by s.answers range between unbounded preceding and current row exclude group) as before
        from sided s)
    select r.item_key, r.value, r.answers from ranked r where app.evaluates() and r.answers >= 5 and (r.fewest >= 5 or r.before >= 5)
$$;
-- For the response rate: links made and links left, also while it runs. Fewer than five links would tell who has answered.
create or replace function reading.survey_response(of_survey uuid) returns table (municipality_key text, links int, answered int)
    language sql stable security definer set search_path = public, pg_temp as $$
    select b.municipality_key, sum(b.links)::int, (sum(b.links) - (select count(*) from survey_link l where l.survey_id = of_survey and l.municipality_key = b.municipality_key))::int
    from survey_batch b where b.survey_id = of_survey and (app.evaluates() or b.municipality_key = app.own_key())
    group by b.municipality_key having sum(b.links) >= 5
$$;
revoke execute on function reading.survey_of_link(uuid), reading.answer_survey(uuid, text[], int[]), reading.survey_results(uuid), reading.survey_values(uuid),
    reading.survey_counted(uuid), reading.survey_response(uuid) from public;
grant execute on function reading.survey_of_link(uuid), reading.answer_survey(uuid, text[], int[]), reading.survey_results(uuid), reading.survey_values(uuid),
    reading.survey_response(uuid) to portal_app;
reset role;
