-- Where the rule of what stands is new, the ends of what was recorded before are found once more (at the end of this file).
select set_config('portal.ends_anew', (to_regprocedure('app.standing_facts(uuid, uuid, date)') is null)::text, true);

-- Which facts of a case stand, among those that had begun on a day (all without one): of each kind the newest; of benefits and work, which hold
-- side by side, the newest with each code, as long as nothing says since that there is none at all. The domain says the same
-- (Domain/Persons/StandingFacts.cs). Asks with the rights of whoever asks. PostgreSQL writes it into the query that asks, which it would not do
-- with a search_path of its own; so its tables carry their schema.
create or replace function app.standing_facts(town uuid, path uuid, by_day date)
    returns table (kind text, code text, valid_from date, valid_until date, recorded_at timestamptz, id uuid) language sql stable as $$
    select s.kind, s.code, s.valid_from, s.valid_until, s.recorded_at, s.id
    from (select distinct on (f.kind, case when f.kind in ('Benefit', 'Employment') then coalesce(f.code, '') end)
            f.kind, f.code, f.valid_from, f.valid_until, f.recorded_at, f.id
        from public.person_fact f
        where f.tenant_id = town and f.case_id = path and f.withdrawn_at is null and (by_day is null or f.valid_from <= by_day)
        order by f.kind, case when f.kind in ('Benefit', 'Employment') then coalesce(f.code, '') end, f.valid_from desc, f.recorded_at desc, f.id desc) s
    where s.kind not in ('Benefit', 'Employment') or not exists (select from public.person_fact n
        where n.tenant_id = town and n.case_id = path and n.kind = s.kind and n.code = 'none' and n.withdrawn_at is null and (by_day is null or n.valid_from <= by_day)
          and (n.valid_from, n.recorded_at, n.id) > (s.valid_from, s.recorded_at, s.id) and (s.valid_until is null or s.valid_until >= n.valid_from))
$$;

-- What of a case ends by itself and still matters: the standing facts that have a last day, and the newest entitlement to each
-- course as long as no course of its code has begun while it holds. The page of the case says the same (Features/Cases/DrawEntitlements.cs).
-- Of a category that is not shared nothing ends.
create or replace function app.ends_of(town uuid, path uuid) returns table (kind text, code text, ends_on date) language sql stable as $$
    with fact as (
        select f.id, f.kind, f.code, f.valid_from, f.valid_until, f.recorded_at from public.person_fact f
        where f.tenant_id = town and f.case_id = path and f.kind in ('CourseEntitlement', 'CourseStart') and f.withdrawn_at is null),
    -- Of two with the same first day the later entry corrects the earlier.
    course as (
        select distinct on (f.code) f.code, f.valid_from, f.valid_until from fact f where f.kind = 'CourseEntitlement' and f.code is not null
        order by f.code, f.valid_from desc, f.recorded_at desc, f.id desc)
    select s.kind, s.code, s.valid_until from app.standing_facts(town, path, null) s
    where s.valid_until is not null and not (s.kind = 'CourseEntitlement' and s.code is not null)
    union all
    select 'CourseEntitlement', c.code, c.valid_until from course c
    where c.valid_until is not null
      and not exists (select from fact b where b.kind = 'CourseStart' and b.code = c.code and b.valid_from between c.valid_from and c.valid_until)
      and not exists (select from public.fact_code k join public.case_step s on s.tenant_id = town and s.case_id = path and s.template_key = k.begun_by_step
        where k.kind = 'CourseStart' and k.code = c.code
          and case when not k.begun_when_done then s.started_on when s.state = 'Done' then s.ended_on end between c.valid_from and c.valid_until)
$$;

-- The nearest of these days stands in the path (case_path.next_end_on), so that the worklist reads one index and no fact of another case. It
-- is written here and by nobody else: at the commit that records a fact or begins a course, and by the clock once the day has passed.
grant select on fact_code to portal_reader;
grant update (next_end_on) on case_path to portal_reader;

set local role portal_reader;
create or replace function reading.next_end(town uuid, path uuid) returns date language sql stable set search_path = public, pg_temp as $$
    select min(e.ends_on) from app.ends_of(town, path) e where e.ends_on >= (app.now() at time zone 'Europe/Berlin')::date
$$;
create or replace function reading.note_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_table_name = 'case_step' then
        -- Of all steps only those in which a course begins change what an entitlement is worth.
        if not exists (select from fact_code k where k.kind = 'CourseStart' and k.begun_by_step = new.template_key) then
            return null;
        end if;
    end if;
    update case_path c set next_end_on = e.day from (select reading.next_end(new.tenant_id, new.case_id) as day) e
    where c.tenant_id = new.tenant_id and c.id = new.case_id and c.next_end_on is distinct from e.day;
    return null;
end $$;
-- For the clock: cases of its municipality whose day has passed go on to the next.
create or replace function reading.pass_ends() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare moved integer;
begin
    update case_path c set next_end_on = reading.next_end(c.tenant_id, c.id)
    where c.tenant_id = app.tenant() and c.next_end_on < (app.now() at time zone 'Europe/Berlin')::date and app.role() = 'Clock';
    get diagnostics moved = row_count;
    return moved;
end $$;
-- For the owner: facts of the municipality that were written around the triggers, before there were any or by copying.
create or replace function reading.find_ends() returns void language sql security definer set search_path = public, pg_temp as $$
    update case_path c set next_end_on = reading.next_end(c.tenant_id, c.id)
    where c.tenant_id = app.tenant() and exists (select from person_fact f where f.tenant_id = c.tenant_id and f.case_id = c.id
        and f.valid_until >= (app.now() at time zone 'Europe/Berlin')::date)
$$;
revoke execute on function reading.next_end(uuid, uuid), reading.note_end(), reading.pass_ends(), reading.find_ends() from public;
grant execute on function reading.note_end(), reading.find_ends() to portal_owner;
grant execute on function reading.pass_ends() to portal_app;
reset role;

drop trigger if exists ending on person_fact;
create constraint trigger ending after insert or update on person_fact deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function reading.note_end();
drop trigger if exists ending on case_step;
create constraint trigger ending after insert or update of state, started_on, ended_on on case_step deferrable initially deferred for each row
    when (current_user = 'portal_app' and new.started_on is not null and new.template_key is not null) execute function reading.note_end();

-- The list "ending soon" of an actor is the beginning of this index of its participations, whose wall is cheap. Where it or the rule is new,
-- the ends of what was recorded before are not known yet.
do $$
declare town uuid;
begin
    if to_regclass('ix_participation_ending') is null or current_setting('portal.ends_anew')::boolean then
        -- Copied to who leads with each update and not at the commit, when only the municipality entered last would be seen.
        set constraints all immediate;
        for town in select id from tenant loop
            perform set_config('app.tenant', town::text, true), reading.find_ends();
        end loop;
        perform set_config('app.tenant', '', true);
        -- The release that had the list first read it from the paths.
        drop index if exists ix_case_path_ending;
        create index if not exists ix_participation_ending on participation (tenant_id, actor_id, next_end_on, case_id) include (is_active, until) where next_end_on is not null;
    end if;
end $$;
