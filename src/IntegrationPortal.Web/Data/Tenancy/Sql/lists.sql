-- Indexes behind the lists of a working day (Data/Queries/WorklistSql.cs): each list is the beginning of one of them. Written here,
-- because the clock of a handover is a value of several columns, which the model cannot index.
create index if not exists ix_handover_to_open on handover (tenant_id, to_actor_id, state, clock_answer_by, id)
    where state in ('Sent', 'ClarificationRequested');
create index if not exists ix_handover_from_open on handover (tenant_id, from_actor_id, state, clock_answer_by, id)
    where state in ('Sent', 'ClarificationRequested');
create index if not exists ix_handover_stuck on handover (tenant_id, clock_answer_by, id)
    where state in ('Sent', 'ClarificationRequested', 'Expired');
create index if not exists ix_handover_awaited on handover (tenant_id, to_actor_id, first_free_date, id)
    where state = 'Accepted' and first_free_date is not null;
create index if not exists ix_handover_came_back on handover (tenant_id, from_actor_id, changed_at desc, id)
    where state in ('Declined', 'Expired', 'Returned');
create index if not exists ix_case_step_blocked_due on case_step (tenant_id, responsible_actor_id, due_on, id) where state = 'Blocked';

-- Indexes behind inbox and outbox, by day of sending and by day of answer.
create index if not exists ix_handover_in on handover (tenant_id, to_actor_id, sent_at desc, id desc) where state <> 'Withdrawn';
create index if not exists ix_handover_in_due on handover (tenant_id, to_actor_id, clock_answer_by, id) where state <> 'Withdrawn';
create index if not exists ix_handover_out on handover (tenant_id, from_actor_id, sent_at desc, id desc);
create index if not exists ix_handover_out_due on handover (tenant_id, from_actor_id, clock_answer_by, id);

-- Indexes behind the pages of the data protection officer: the log from its end, of one person at work, of one case.
create index if not exists ix_access_entry_at on access_entry (tenant_id, at desc, id desc);
create index if not exists ix_access_entry_user on access_entry (tenant_id, user_id, at desc, id desc);
create index if not exists ix_access_entry_case on access_entry (tenant_id, case_id, at desc, id desc);
create index if not exists ix_audit_entry_case on audit_entry (tenant_id, case_id, at desc, id desc) where case_id is not null;
create index if not exists ix_case_event_access_broken on case_event (tenant_id, happened_at desc, id desc) where kind = 'AccessBroken';
create index if not exists ix_consent_until on consent (tenant_id, until);

-- Indexes behind the lines of lists of cases (reading.case_line): the step a case is at and the name in a list, without their rows.
create index if not exists ix_case_step_now on case_step (tenant_id, case_id, (state = 'Planned'), position)
    include (title_de, title_en, state, responsible_actor_id, responsible_kind, stands_in) where is_current;
-- What an actor leads, among all paths of a municipality (Data/Queries/CaseListSql.cs).
create index if not exists ix_case_path_led on case_path (tenant_id, lead_actor_id, last_activity_at desc, id desc);
create index if not exists ix_case_path_led_due on case_path (tenant_id, lead_actor_id, next_due_on, id);
create index if not exists ix_person_short_name on person (tenant_id, case_id, id) include (short_name);
-- What is closed, which is soon most of all and asked for seldom.
create index if not exists ix_case_path_closed on case_path (tenant_id, last_activity_at desc, id desc) where closed_on is not null;
create index if not exists ix_participation_closed on participation (tenant_id, actor_id, last_activity_at desc, case_id desc) include (is_active, until) where closed_on is not null;
