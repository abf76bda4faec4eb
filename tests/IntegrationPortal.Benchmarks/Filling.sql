-- {N} cases in one municipality: three participations, one person, six steps, two facts, ten events and two readings each, and a
-- handover for every fifth case, every second of them read. Run by the superuser of a throwaway server; keys are right by construction, so the
-- triggers that check them are off while filling.
set session_replication_role = replica;
set synchronous_commit = off;

create temp table f as
select n, uuidv7(-((1 - n::float8 / {N}) * interval '700 days')) as case_id, uuidv7() as person_id,
    now() - (1 - n::float8 / {N}) * interval '700 days' as opened_at,
    now() - (((n::bigint * 7919) % 60000)::int) * interval '10 minutes' as active_at,
    current_date + ((n * 31) % 70)::int - 10 as due_on,
    -- Every 50th has a title that ends within four weeks, and is led by the second actor.
    current_date + case when n % 50 = 1 then (n / 50) % 28 else 300 end as ends_on,
    case (n / 100) % 10 when 0 then {MBE} when 1 then {SCHOOL} else {JOBCENTER} end::uuid as second,
    case n % 7 when 0 then {JOBCENTER2} when 1 then {ABH} else {SCHOOL2} end::uuid as third
from generate_series(1, {N}) n;

insert into case_path (tenant_id, id, number, template_key, template_version, lead_actor_id, lead_since, opened_by_actor_id, opened_at, last_activity_at, next_due_on, next_end_on)
select {TENANT}, case_id, 'B-' || n, 'T2-RKW', 1, case when n % 50 = 1 then second else {COORD} end, opened_at::date, {COORD}, opened_at, active_at, due_on, ends_on from f;

insert into participation (tenant_id, case_id, actor_id, categories, since, is_active, last_activity_at, next_due_on, next_end_on)
select {TENANT}, case_id, a.actor, a.mask, opened_at::date, true, active_at, due_on, case when a.actor = case when n % 50 = 1 then second else {COORD} end then ends_on end
from f cross join lateral (values ({COORD}::uuid, 511), (second, 11), (third, 9)) a(actor, mask);

insert into participation_ground (tenant_id, case_id, actor_id, id, covers, norm, since)
select tenant_id, case_id, actor_id, gen_random_uuid(), categories, 'own-record', since from participation where tenant_id = {TENANT};

insert into person (tenant_id, case_id, id, official_name, called_name, short_name, search_form, born, languages, needs_interpreter)
select {TENANT}, case_id, person_id, g || ' ' || s, g, g || ' ' || left(s, 1) || '.', upper(g || ' ' || s), (1960 + n % 50)::text, array['ar', 'de'], n % 2 = 0
from f cross join lateral (select
    (array['Amina','Omar','Yusuf','Olena','Tesfay','Mariam','Hassan','Layla','Reza','Fatima','Ivan','Nadia','Samuel','Zeynep','Karim','Dilan'])[1 + n % 16] as g,
    initcap(translate(to_hex((n * 2654435761::bigint) % 1048576), '0123456789', 'aeioulmnrs')) as s) names;
insert into reading.name_key select tenant_id, k, case_id, id from person cross join lateral app.name_keys(search_form) k where tenant_id = {TENANT};

insert into case_step (tenant_id, case_id, id, position, template_key, stage_de, stage_en, title_de, title_en, responsible_kind,
    responsible_actor_id, stands_in, receiving_kind, expected_working_days, deadline_kind, legal_basis, state, is_current, started_on, due_on, ended_on, block_reason)
select {TENANT}, case_id, gen_random_uuid(), p, 'T2.' || p, 'Rechtskreiswechsel', 'Benefit system transfer', 'Schritt ' || p, 'Step ' || p, 'jobcenter',
    case when p <= 3 then {COORD} else second end, p > 2, 'jobcenter', 10, 'Target', 'SGB II § 15',
    case when p <= 2 then 'Done' when p = 3 and n % 12 = 0 then 'Blocked' when p = 3 then 'Active' else 'Planned' end, p = 3,
    case when p <= 3 then opened_at::date end, due_on + (p - 3) * 10, case when p <= 2 then opened_at::date + p * 5 end,
    case when p = 3 and n % 12 = 0 then 'NoAppointment' end
from f cross join generate_series(1, 6) p;

insert into person_fact (tenant_id, case_id, id, person_id, category, kind, code, value, valid_from, valid_until, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
select {TENANT}, case_id, gen_random_uuid(), person_id, k.category, k.kind, k.code, k.value, opened_at::date, k.until, 'Bescheid', opened_at, {USER}, {COORD}
from f cross join lateral (values (2, 'ResidenceStatus', 'refugee', 'Anerkannter Flüchtling', ends_on), (8, 'LanguageLevel', null, 'Deutsch A2', null)) k(category, kind, code, value, until);

insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id, subject)
select {TENANT}, case_id, uuidv7(-(interval '1 day' * (700 - e * 60) * (1 - n::float8 / {N}))), 0, case when e = 1 then 'CaseOpened' else 'StepStarted' end,
    opened_at + e * interval '5 days', opened_at + e * interval '5 days', {USER}, {COORD}, 'Schritt ' || e
from f cross join generate_series(1, 10) e;

create temp table h as
select *, uuidv7(active_at - now()) as handover_id,
    case when n % 25 = 0 then 'Sent' else case n % 100 when 5 then 'ClarificationRequested' when 10 then 'Accepted' when 15 then 'Arrived' when 20 then 'Declined' else 'Completed' end end as state
from f where n % 5 = 0;

insert into handover (tenant_id, id, case_id, kind, state, from_actor_id, to_actor_id, previous_lead_actor_id, categories, sent_at, sent_by_user_id, changed_at,
    clock_since, clock_remind_on, clock_answer_by, clock_return_on, used_days, alarm)
select {TENANT}, handover_id, case_id, 'Referral', state, {COORD}, second, {COORD}, 3, active_at, {USER}, active_at,
    current_date, current_date + 2, current_date + 5, current_date + 10, 0, 'None' from h;

insert into handover_content (tenant_id, handover_id, case_id, goal, agreed_with_interpreter, age_band, languages, done, open, documents)
select {TENANT}, handover_id, case_id, 'Bitte den ersten Termin nennen.', false, '25–34', array['ar'], '[]', '[]', '[]' from h;

insert into handover_step (tenant_id, handover_id, step_id, case_id, title_de, title_en, previous_actor_id, previous_stood_in)
select h.tenant_id, h.id, s.id, h.case_id, s.title_de, s.title_en, s.responsible_actor_id, true
from handover h join case_step s on s.tenant_id = h.tenant_id and s.case_id = h.case_id and s.position = 4 where h.tenant_id = {TENANT};

insert into handover_ground (tenant_id, handover_id, covers, case_id, norm)
select {TENANT}, handover_id, c, case_id, 'own-record' from h cross join (values (1), (2)) v(c);

insert into access_entry (tenant_id, id, case_id, user_id, actor_id, kind, at)
select {TENANT}, gen_random_uuid(), case_id, {USER}, {COORD}, 'Read', opened_at + r * interval '3 days' from f cross join generate_series(1, 2) r;

insert into access_entry (tenant_id, id, case_id, handover_id, user_id, actor_id, kind, at)
select {TENANT}, gen_random_uuid(), case_id, handover_id, {USER}, second, 'Read', active_at from h where n % 10 = 0;

set session_replication_role = default;
analyze;
