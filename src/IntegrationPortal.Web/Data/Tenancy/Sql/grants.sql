-- What the application role may do at all. The walls decide which rows; this decides which verbs and columns.
grant usage on schema public to portal_app, portal_reader;
-- Tables of the model and no others (Data/Tenancy/Walls.cs puts their names here): what an extension or a hand made beside them has no walls.
grant select, insert, update on :tables to portal_app;
grant select on "__EFMigrationsHistory" to portal_app;
grant usage on sequence data_protection_key_id_seq to portal_app;
grant delete on actor_service, actor_contact, sign_in_attempt, password_reset, email_change, second_factor, linked_sign_in, passkey, ended_session, unsent_handover,
    mentoring_session, session_version, session_answer, tandem_review, figure_basis, mentoring_request, invitation, portal_invitation, outbox_mail to portal_app;
grant execute on all functions in schema app to portal_app, portal_reader;

-- A table of one's own would stand before the portal's with the same name; where it would, functions name their schema (search_path), and
-- the application role makes none. Every database has this right for everybody when it is made.
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end $$;

-- Nobody rewrites a trail.
revoke update, delete on case_event, audit_entry, access_entry, handover_message, handover_step, handover_ground from portal_app;

-- A process that a case follows is followed to its end.
revoke update on further_template from portal_app;

-- A session that has ended does not begin again.
revoke update on ended_session from portal_app;

-- What was sent stays as it was sent; only its answer changes.
revoke update on handover, case_path, participation, participation_ground, handover_content, handover_sheet, consent, person_fact, person_link, restriction,
    person_question from portal_app;
grant update (state, changed_at, changed_by_user_id, assignee_user_id, clock_since, clock_remind_on, clock_answer_by, clock_return_on, used_days, alarm,
    first_free_date, decline_reason, accepted_at, arrived_at) on handover to portal_app;
grant update (reason_text, report) on handover_content to portal_app;
grant update (token_hash, prints, printed_at, printed_by_user_id, answer_id, answered_by, answered_at) on handover_sheet to portal_app;
grant update (token_hash, code_hash, language, prints, printed_at, printed_by_user_id, until, revoked_at, revoked_by_user_id, wrong_codes) on person_link to portal_app;
grant update (answer, answered_at, answered_by_user_id, answered_by_actor_id) on person_question to portal_app;
grant update (lead_actor_id, lead_since, last_activity_at, next_due_on, closed_on, closed_at, closure_reason, erase_on) on case_path to portal_app;
grant update (categories, until, is_active) on participation to portal_app;
grant update (ended_on) on participation_ground to portal_app;
grant update (withdrawn_at, withdrawn_by_user_id, withdrawn_by_actor_id, withdrawal_reason) on person_fact to portal_app;
grant update (informed_on, informed_as, lift_reason, lifted_at, lifted_by_user_id, lifted_by_actor_id) on restriction to portal_app;
grant update (withdrawn_on, withdrawn_at, withdrawn_as, withdrawal_language, withdrawal_interpreter, withdrawn_by_user_id, withdrawn_by_actor_id) on consent to portal_app;

-- Whoever is asked to delete answers, and changes nothing of the question.
revoke update on deletion_request from portal_app;
grant update (answered_at, answered_by_user_id, kept_because) on deletion_request to portal_app;

-- An invitation is accepted, revoked or replaced, never turned into another.
revoke update on invitation, portal_invitation from portal_app;
grant update (accepted_at, accepted_by, revoked_at, revoked_by) on invitation to portal_app;
grant update (accepted_at, accepted_by, revoked_at, revoked_by) on portal_invitation to portal_app;

-- What was asked for is confirmed, never turned into another address.
revoke update on email_change from portal_app;
grant update (confirmed_at) on email_change to portal_app;

-- Codes are used up and renewed; another key is another second factor. Why one was taken off stays as it was written.
revoke update on second_factor, second_factor_removal from portal_app;
grant update (last_step, recovery_hashes) on second_factor to portal_app;

-- A link is made and removed; of a passkey changes what each use of it says.
revoke update on linked_sign_in, passkey from portal_app;
grant update (sign_count, is_backed_up, last_used_at) on passkey to portal_app;

-- The address of a calendar is made anew and revoked, and never becomes another account's.
revoke update on calendar_link from portal_app;
grant update (number, token_hash, stamp, two_factors, since) on calendar_link to portal_app;

-- A hat ends; it is never moved to another user, actor or role.
revoke update on membership from portal_app;
grant update (ended_at, ended_by) on membership to portal_app;

-- What was written down of a meeting is changed, never moved to another tandem; answers, versions and events stay as they are.
revoke update on tandem_event, tandem_review, session_version, session_answer from portal_app;
revoke update on meeting_share, mentoring_request, tandem, tandem_mentor, tandem_mentee, mentoring_session, engagement_year, concern from portal_app;
grant update (state) on mentoring_request to portal_app;
grant update (ended_at) on meeting_share to portal_app;
grant update (state, responsible_user_id, trial_since, active_since, ended_on, end_reason, goal_results, reminded_of_quiet_since, reminded_of_review_due) on tandem to portal_app;
grant update (until, agreed_on) on tandem_mentor to portal_app;
grant update (agreed_on) on tandem_mentee to portal_app;
grant update (held_on, quarter_hours, place, activities, goal, light, next_meeting_on, note, has_expenses, version) on mentoring_session to portal_app;
grant update (meetings, quarter_hours, first_on, last_on) on engagement_year to portal_app;
grant update (escalated_at, answer, answered_at, answered_by_user_id) on concern to portal_app;
revoke update on published_figure, figure_basis from portal_app;
grant update (amount, until, published_at) on published_figure to portal_app;
grant update (behind) on figure_basis to portal_app;

-- A self-assessment is answered and completed, never moved; a measure is done, never changed.
revoke update on self_assessment, assessment_answer, assessment_measure from portal_app;
grant update (changed_at, completed_at, completed_by_user_id) on self_assessment to portal_app;
grant update (level, evidence, kinds) on assessment_answer to portal_app;
grant update (done_on) on assessment_measure to portal_app;

-- What was said about a pilot stays; an agreement is corrected; a milestone keeps the day it was planned for.
revoke update on pilot, pilot_agreement, pilot_assignment, pilot_milestone, pilot_delay, pilot_decision, pilot_seat, pilot_continuation,
    pilot_check_in, pilot_visit, pilot_question from portal_app;
grant update (fields, withdrawn_on, withdrawal_reason, withdrawal_leaves, cycle_version, shares_assessment) on pilot to portal_app;
grant update (signed_on, from_on, until_on, signed_for) on pilot_agreement to portal_app;
grant update (until_on) on pilot_assignment to portal_app;
grant update (reached_on) on pilot_milestone to portal_app;
grant update (left_on, person_name) on pilot_seat to portal_app;
grant update (is_cancelled) on pilot_visit to portal_app;
grant update (answer, answered_at) on pilot_question to portal_app;
revoke update on workshop, workshop_attendance, feedback_slip, feedback_answer, programme_review, review_section, review_comment, board_meeting,
    recommendation, public_profile from portal_app;
grant update (day, place, moderation, state, cancel_reason, result) on workshop to portal_app;
grant update (count) on workshop_attendance to portal_app;
grant update (published_at) on programme_review to portal_app;
grant update (heading, text) on review_section to portal_app;
grant update (day, place, agenda, minutes) on board_meeting to portal_app;
grant update (name, organisation, about, released_on) on public_profile to portal_app;
grant update (responsible, due_on, state, answer) on recommendation to portal_app;
-- A plan stays with its entry and its municipality; the shelf of what was released is filled by the database itself.
revoke update on adoption, adoption_step from portal_app;
grant update (known_version, adaptation, outcome, result, evidence, reported_on, released_on, reminded_on, changed_at) on adoption to portal_app;
grant update (text, due_on, done_on) on adoption_step to portal_app;
grant delete on adoption_step to portal_app;
revoke insert, update on released_adoption from portal_app;

-- A question stays as it was asked.
revoke update on reader_question from portal_app;
grant update (state, moderated_by_user_id, moderated_at, answer, answered_by, answered_by_user_id, answered_at) on reader_question to portal_app;
grant delete on reader_question to portal_app;

-- Reference data comes with the program and is read-only to it.
revoke insert, update on federal_state, district, municipal_association, municipality, actor_kind, residence_status, fact_code, country, language,
    holiday_rule, deadline_rule, emergency_number, statutory_basis, process_template, template_step, step_result, restriction_ground, glossary_term, handbook_partner, programme_phase, programme_partner, key_successor, feedback_item, reference_state from portal_app;

-- The shelf of the handbook is filled by the database itself when a version becomes public.
revoke insert, update on published_page, handbook_word from portal_app;
grant delete on earlier_slug, entry_picture to portal_app;
revoke update on entry_picture from portal_app;

-- The application adds keys but never changes one.
revoke update on data_protection_key from portal_app;
