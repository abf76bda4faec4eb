-- The evaluation. Its tables hold no person: plans, frozen published numbers, reports; surveys have walls of their own (survey-walls.sql). Evaluation and foundation
-- write; what is registered, taken or released stays as it is, for whoever owns the tables too.
create or replace function app.evaluates() returns boolean language sql stable parallel safe
    return app.role() in ('Evaluator', 'FoundationStaff');
create or replace function app.reads_programme() returns boolean language sql stable parallel safe
    return app.role() in ('Evaluator', 'FoundationStaff', 'ProcessFacilitator', 'AdvisoryBoard', 'Coordinator', 'Clock');

do $$
declare t text;
begin
    foreach t in array array['evaluation_plan', 'plan_question', 'plan_indicator', 'evaluation_snapshot', 'progress_report', 'report_block'] loop
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
