-- A self-assessment is seen and written by the actor that looks at itself, under the roles that do so, and by nobody else. Completed it is frozen.
create policy own on self_assessment to portal_app
    using (actor_id = (select app.actor()) and (select app.role()) in ('Coordinator', 'ActorManager'))
    with check (actor_id = (select app.actor()) and (select app.role()) in ('Coordinator', 'ActorManager'));
create policy begun on self_assessment as restrictive for insert to portal_app with check (
    completed_at is null and started_by_user_id = (select app.current_user_id()));
create policy frozen on self_assessment as restrictive for update to portal_app using (completed_at is null) with check (true);

create policy seen on assessment_answer for select to portal_app using (
    exists (select from self_assessment a where a.tenant_id = assessment_answer.tenant_id and a.id = assessment_id offset 0));
create policy given on assessment_answer for insert to portal_app with check (
    exists (select from self_assessment a where a.tenant_id = assessment_answer.tenant_id and a.id = assessment_id and a.completed_at is null offset 0));
create policy changed on assessment_answer for update to portal_app using (
    exists (select from self_assessment a where a.tenant_id = assessment_answer.tenant_id and a.id = assessment_id and a.completed_at is null offset 0));

-- Whoever answers and whoever completes at the same moment wait for each other, so that no answer changes in what is completed.
create or replace function app.guard_assessment_answer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform from self_assessment a where a.tenant_id = new.tenant_id and a.id = new.assessment_id and a.completed_at is null for no key update;
    if not found then
        -- Said on the page as "somebody was faster".
        raise serialization_failure using message = 'the self-assessment is completed';
    end if;
    return null;
end $$;
create or replace trigger guard after insert or update on assessment_answer
    for each row when (current_user = 'portal_app') execute function app.guard_assessment_answer();

create policy seen on assessment_measure for select to portal_app using (
    exists (select from self_assessment a where a.tenant_id = assessment_measure.tenant_id and a.id = assessment_id offset 0));
create policy planned on assessment_measure for insert to portal_app with check (done_on is null
    and exists (select from self_assessment a where a.tenant_id = assessment_measure.tenant_id and a.id = assessment_id and a.completed_at is not null offset 0));
create policy finished on assessment_measure for update to portal_app using (done_on is null
    and exists (select from self_assessment a where a.tenant_id = assessment_measure.tenant_id and a.id = assessment_id offset 0))
    with check (true);
