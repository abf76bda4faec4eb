-- The programme. Its tables stand outside the tenant lock, since the foundation sees all pilots; pilot_id is the municipality's id.
-- The foundation reads and steers all; a facilitator has the pilots of an assignment that holds today; the coordination has its own;
-- an evaluator reads the facts, not what was said in confidence. To everybody else the tables are empty.
do $$
declare t text;
begin
    foreach t in array array['pilot', 'pilot_agreement', 'pilot_assignment', 'pilot_milestone', 'pilot_delay', 'pilot_measure', 'pilot_decision',
        'pilot_seat', 'pilot_continuation', 'pilot_check_in', 'pilot_visit', 'pilot_question'] loop
        call app.drop_policies(t::regclass);
        execute format('create policy reader on %I for select to portal_reader using (true)', t);
        execute format('grant select on %I to portal_reader', t);
    end loop;
end $$;

create policy seen on pilot_assignment for select to portal_app using (
    (select app.role()) = 'FoundationStaff'
    or ((select app.role()) = 'ProcessFacilitator' and user_id = (select app.current_user_id()))
    or ((select app.role()) = 'Coordinator' and pilot_id = (select app.tenant())));

-- Asks as the reader is: of a facilitator the policy above leaves the own assignments (Domain/Programme/Pilot.cs, IsAccompaniedBy).
create or replace function app.accompanies(pilot uuid) returns boolean language sql stable parallel safe
    return app.role() = 'ProcessFacilitator' and exists (
        select from pilot_assignment a where a.pilot_id = pilot and a.user_id = app.current_user_id()
            and (app.now() at time zone 'Europe/Berlin')::date between a.from_on and coalesce(a.until_on, 'infinity'));
create or replace function app.keeps_pilot(pilot uuid) returns boolean language sql stable parallel safe
    return app.role() = 'FoundationStaff' or (app.role() = 'Coordinator' and pilot = app.tenant()) or app.accompanies(pilot);
create or replace function app.reads_pilot(pilot uuid) returns boolean language sql stable parallel safe
    return app.role() = 'Evaluator' or app.keeps_pilot(pilot);

-- Facts.
do $$
declare t text;
begin
    foreach t in array array['pilot', 'pilot_agreement', 'pilot_milestone', 'pilot_delay', 'pilot_measure', 'pilot_decision', 'pilot_continuation'] loop
        execute format('create policy seen on %I for select to portal_app using (app.reads_pilot(pilot_id))', t);
    end loop;
    foreach t in array array['pilot_seat', 'pilot_check_in', 'pilot_visit', 'pilot_question'] loop
        execute format('create policy seen on %I for select to portal_app using (app.keeps_pilot(pilot_id))', t);
    end loop;
end $$;

-- The foundation's: who takes part, what was agreed, when, and who accompanies it.
create policy begun on pilot for insert to portal_app with check ((select app.role()) = 'FoundationStaff');
create policy changed on pilot for update to portal_app using (
    (select app.role()) = 'FoundationStaff' or ((select app.role()) = 'Coordinator' and pilot_id = (select app.tenant())));
create policy begun on pilot_agreement for insert to portal_app with check ((select app.role()) = 'FoundationStaff');
create policy corrected on pilot_agreement for update to portal_app using ((select app.role()) = 'FoundationStaff');
create policy begun on pilot_assignment for insert to portal_app with check ((select app.role()) = 'FoundationStaff');
create policy ended on pilot_assignment for update to portal_app using ((select app.role()) = 'FoundationStaff');
create policy planned on pilot_milestone for insert to portal_app with check ((select app.role()) = 'FoundationStaff' and reached_on is null);

-- Kept by all three.
create policy reached on pilot_milestone for update to portal_app using (app.keeps_pilot(pilot_id));
create policy reported on pilot_delay for insert to portal_app with check (app.keeps_pilot(pilot_id) and by_user_id = (select app.current_user_id()));
create policy planned on pilot_measure for insert to portal_app with check (app.keeps_pilot(pilot_id));
create policy changed on pilot_measure for update to portal_app using (app.keeps_pilot(pilot_id)) with check (app.keeps_pilot(pilot_id));
create policy decided on pilot_decision for insert to portal_app with check (app.keeps_pilot(pilot_id));
-- A person is named by the municipality itself or not at all.
create policy taken on pilot_seat for insert to portal_app with check (
    app.keeps_pilot(pilot_id) and left_on is null and (person_name is null or (select app.role()) = 'Coordinator'));
create policy given_up on pilot_seat for update to portal_app using (app.keeps_pilot(pilot_id)) with check (person_name is null and left_on is not null);
create policy told on pilot_continuation for insert to portal_app with check (
    (select app.role()) = 'FoundationStaff' or ((select app.role()) = 'Coordinator' and pilot_id = (select app.tenant())));

-- The facilitator's.
create policy given on pilot_check_in for insert to portal_app with check (app.accompanies(pilot_id) and by_user_id = (select app.current_user_id()));
create policy planned on pilot_visit for insert to portal_app with check (app.accompanies(pilot_id) and not is_cancelled);
create policy cancelled on pilot_visit for update to portal_app using (app.accompanies(pilot_id));
create policy asked on pilot_question for insert to portal_app with check (
    answer is null and asked_by_user_id = (select app.current_user_id()) and ((select app.role()) = 'FoundationStaff' or app.accompanies(pilot_id)));
create policy answered on pilot_question for update to portal_app using (
    answer is null and (select app.role()) = 'Coordinator' and pilot_id = (select app.tenant())) with check (answer is not null);

-- Of its own pilot the coordination changes one thing: whether the programme may see its self-assessment; and nobody else does that.
-- Whoever has left the programme has left it: neither the day nor the reason is written anew.
create or replace function app.guard_pilot() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (app.role() = 'Coordinator' and (new.fields, new.withdrawn_on, new.withdrawal_reason, new.withdrawal_leaves, new.cycle_version)
            is distinct from (old.fields, old.withdrawn_on, old.withdrawal_reason, old.withdrawal_leaves, old.cycle_version))
        or (old.withdrawn_on is not null and (new.fields, new.withdrawn_on, new.withdrawal_reason, new.withdrawal_leaves, new.cycle_version)
            is distinct from (old.fields, old.withdrawn_on, old.withdrawal_reason, old.withdrawal_leaves, old.cycle_version))
        or (app.role() <> 'Coordinator' and new.shares_assessment is distinct from old.shares_assessment) then
        raise insufficient_privilege using message = 'this is not yours to say';
    end if;
    return new;
end $$;
create or replace trigger guard before update on pilot for each row when (current_user = 'portal_app') execute function app.guard_pilot();

-- Agreements, and who accompanies a pilot, never overlap, also when two save at once.
alter table pilot_agreement drop constraint if exists ex_pilot_agreement_overlap;
alter table pilot_agreement add constraint ex_pilot_agreement_overlap exclude using gist (pilot_id with =, daterange(from_on, until_on, '[]') with &&);
alter table pilot_assignment drop constraint if exists ex_pilot_assignment_overlap;
alter table pilot_assignment add constraint ex_pilot_assignment_overlap exclude using gist (pilot_id with =, daterange(from_on, until_on, '[]') with &&)
    deferrable initially deferred;

-- What a facilitator may know of a municipality's work: counts, and of the latest self-assessment one number if the municipality shares it.
-- The reader is held by the tenant lock too, so the function steps into that municipality for one query and out again.
set local role portal_reader;
create or replace function reading.pilot_baseline(of_pilot uuid)
    returns table (pilot_id uuid, actors int, kinds int, services int, templates int, assessed int, assessed_on date)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare asked_as constant text := coalesce(current_setting('app.tenant', true), '');
begin
    if not app.reads_pilot(of_pilot) then
        return;
    end if;
    perform set_config('app.tenant', of_pilot::text, true);
    return query
        select p.pilot_id,
            (select count(*)::int from actor a where a.tenant_id = of_pilot and a.is_open),
            (select count(distinct a.kind)::int from actor a where a.tenant_id = of_pilot and a.is_open),
            (select count(*)::int from actor_service s where s.tenant_id = of_pilot),
            (select count(*)::int from (select c.template_key from case_path c where c.tenant_id = of_pilot
                union select f.template_key from further_template f where f.tenant_id = of_pilot) t),
            latest.percent, latest.day
        from pilot p
        left join lateral (
            select round(100 * avg(case g.level when 'Full' then 1 when 'Partial' then 0.5 else 0 end))::int as percent,
                (s.completed_at at time zone 'Europe/Berlin')::date as day
            from self_assessment s
            join actor a on a.tenant_id = s.tenant_id and a.id = s.actor_id and a.kind = 'municipal_coordination'
            join assessment_answer g on g.tenant_id = s.tenant_id and g.assessment_id = s.id
            where p.shares_assessment and s.tenant_id = of_pilot and s.completed_at is not null
            group by s.id, s.completed_at order by s.completed_at desc limit 1) latest on true
        where p.pilot_id = of_pilot;
    perform set_config('app.tenant', asked_as, true);
end $$;
revoke execute on function reading.pilot_baseline(uuid) from public;
grant execute on function reading.pilot_baseline(uuid) to portal_app;

-- Who is in the programme by an agreement, for everybody: figures and surveys are of these too, not only of those that were announced with it.
create or replace function reading.agreed_pilots() returns table (pilot_id uuid, phase int, is_in_labour_track boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select p.pilot_id, p.phase, p.is_in_labour_track from pilot p where exists (select from pilot_agreement a where a.pilot_id = p.pilot_id)
$$;
revoke execute on function reading.agreed_pilots() from public;
-- The owner asks too, when it draws the demo.
grant execute on function reading.agreed_pilots() to portal_app, portal_owner;

-- Whom the clock reminds: who accompanies a pilot since before that day while nobody has said how that quarter was. Ids and nothing else.
create or replace function reading.check_ins_due(on_day date, of_year int, of_number int, asked_since date)
    returns table (pilot_id uuid, user_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
    select a.pilot_id, a.user_id from pilot_assignment a join pilot p on p.pilot_id = a.pilot_id
    where app.role() = 'Clock' and p.withdrawn_on is null and a.from_on < asked_since and on_day between a.from_on and coalesce(a.until_on, 'infinity')
        and not exists (select from pilot_check_in c where c.pilot_id = a.pilot_id and c.year = of_year and c.number = of_number)
        -- Whoever has reached all milestones is through (Pilot.CheckInWaits).
        and (exists (select from pilot_milestone m where m.pilot_id = a.pilot_id and m.reached_on is null)
            or not exists (select from pilot_milestone m where m.pilot_id = a.pilot_id))
$$;
revoke execute on function reading.check_ins_due(date, int, int, date) from public;
grant execute on function reading.check_ins_due(date, int, int, date) to portal_app;
reset role;
