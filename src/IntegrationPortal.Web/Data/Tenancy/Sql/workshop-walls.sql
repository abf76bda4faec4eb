-- Workshops are facts of a pilot (programme-walls.sql). Feedback is given without an account, with a slip that works once, and read by
-- nobody: only what five or more answers say together.
do $$
declare t text;
begin
    foreach t in array array['workshop', 'workshop_attendance', 'feedback_slip', 'feedback_answer'] loop
        call app.drop_policies(t::regclass);
        execute format('create policy reader on %I for select to portal_reader using (true)', t);
        execute format('grant select on %I to portal_reader', t);
    end loop;
end $$;
create policy seen on workshop for select to portal_app using (app.reads_pilot(pilot_id));
create policy planned on workshop for insert to portal_app with check (app.keeps_pilot(pilot_id) and state = 'Planned');
create policy changed on workshop for update to portal_app using (app.keeps_pilot(pilot_id) and state <> 'Cancelled') with check (app.keeps_pilot(pilot_id));
create policy seen on workshop_attendance for select to portal_app using (app.reads_pilot(pilot_id));
create policy counted on workshop_attendance for insert to portal_app with check (app.keeps_pilot(pilot_id));
create policy corrected on workshop_attendance for update to portal_app using (app.keeps_pilot(pilot_id));
create policy seen on feedback_slip for select to portal_app using (app.keeps_pilot(pilot_id));
create policy printed on feedback_slip for insert to portal_app with check (app.keeps_pilot(pilot_id) and not is_used);

-- The functions below write what nobody else may.
create policy used on feedback_slip for update to portal_reader using (true);
create policy given on feedback_answer for insert to portal_reader with check (true);
grant update (is_used) on feedback_slip to portal_reader;
grant insert on feedback_answer to portal_reader;
grant select on feedback_item to portal_reader;

set local role portal_reader;
-- What somebody with a link sees before answering: of which workshop; nothing when the slip is unknown, and whether it was used.
create or replace function reading.feedback_slip(of_pilot uuid, of_workshop uuid, of_number int)
    returns table (format_title text, day date, place text, is_used boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select w.format_title, w.day, w.place, s.is_used
    from feedback_slip s join workshop w on w.pilot_id = s.pilot_id and w.id = s.workshop_id
    where s.pilot_id = of_pilot and s.workshop_id = of_workshop and s.number = of_number and w.state = 'Held'
$$;
-- Fives that are full: what is shown moves by five answers or not at all, so that nobody learns a single one by looking before and after it.
-- The id of an answer says in which five it came and nothing else (four bytes, version 8; with random ids, version 4, came what was there
-- before this rule and what the demo brings: one group of its own).
create or replace function reading.told_feedback(of_pilot uuid, of_workshop uuid) returns setof feedback_answer
    language sql stable security definer set search_path = public, pg_temp as $$
    with given as (
        select a.id, a.item_key, substr(a.id::text, 15, 1) = '8' as is_counted, ('x' || left(a.id::text, 8))::bit(32)::bigint as five
        from feedback_answer a where a.pilot_id = of_pilot and a.workshop_id = of_workshop),
    counts as (
        select g.item_key, count(*) filter (where g.is_counted) / app.fewest() as full_fives, count(*) filter (where not g.is_counted) as older from given g group by g.item_key)
    select a.* from feedback_answer a join given g on g.id = a.id join counts c on c.item_key is not distinct from g.item_key
    where case when g.is_counted then g.five < c.full_fives else c.older >= app.fewest() or c.full_fives > 0 end
$$;
-- Once: the row of the slip is locked, so of two who send at the same time one comes too late. Every answer is a row of its own, with an
-- id that says in which five answers to the same statement it came, and nothing about with what.
create or replace function reading.give_feedback(of_pilot uuid, of_workshop uuid, of_number int, keys text[], given int[], said text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update feedback_slip s set is_used = true
    where s.pilot_id = of_pilot and s.workshop_id = of_workshop and s.number = of_number and not s.is_used
        and exists (select from workshop w where w.pilot_id = of_pilot and w.id = of_workshop and w.state = 'Held');
    if not found then
        return false;
    end if;
    -- Two at once would count the same answers before them.
    perform pg_advisory_xact_lock(hashtextextended('feedback ' || of_workshop::text, 0));
    insert into feedback_answer (id, pilot_id, workshop_id, item_key, value, remark)
    select overlay(overlay(gen_random_uuid()::text placing lpad(to_hex(before.answers / app.fewest()), 8, '0') from 1 for 8) placing '8' from 15 for 1)::uuid,
        of_pilot, of_workshop, n.key, n.value, n.remark
    from (
        select i.key, a.value, null::text as remark from unnest(keys, given) as a (key, value) join feedback_item i on i.key = a.key where a.value between 1 and 5
        union all select null, null, left(said, 1000) where nullif(trim(said), '') is not null) n
    cross join lateral (
        select count(*) as answers from feedback_answer o
        where o.pilot_id = of_pilot and o.workshop_id = of_workshop and o.item_key is not distinct from n.key and substr(o.id::text, 15, 1) = '8') before;
    return true;
end $$;
-- What they say together: statements, and remarks in no order, from five answers on and in steps of five.
create or replace function reading.feedback_of(of_pilot uuid, of_workshop uuid) returns table (item_key text, answers int, average numeric)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.item_key, count(*)::int, round(avg(a.value), 1) from reading.told_feedback(of_pilot, of_workshop) a
    where a.item_key is not null and app.reads_pilot(of_pilot)
    group by a.item_key
$$;
create or replace function reading.feedback_remarks(of_pilot uuid, of_workshop uuid) returns setof text
    language sql volatile security definer set search_path = public, pg_temp as $$
    select a.remark from reading.told_feedback(of_pilot, of_workshop) a where a.remark is not null and app.keeps_pilot(of_pilot) order by random()
$$;
revoke execute on function reading.feedback_slip(uuid, uuid, int), reading.give_feedback(uuid, uuid, int, text[], int[], text),
    reading.feedback_of(uuid, uuid), reading.feedback_remarks(uuid, uuid), reading.told_feedback(uuid, uuid) from public;
grant execute on function reading.feedback_slip(uuid, uuid, int), reading.give_feedback(uuid, uuid, int, text[], int[], text),
    reading.feedback_of(uuid, uuid), reading.feedback_remarks(uuid, uuid) to portal_app;
reset role;

-- What workshops add to the figures of the programme (C3): formats held, and participants by group. The reader's walls hold here too.
create schema if not exists programme;
grant usage on schema programme to portal_app, portal_reader;
create or replace view programme.workshop_counts with (security_invoker = true) as
    select w.pilot_id, w.id as workshop_id, w.day, w.format_id, w.format_slug, a."group" as participant_group, a.count as participants
    from workshop w join workshop_attendance a on a.pilot_id = w.pilot_id and a.workshop_id = w.id
    where w.state = 'Held';
grant select on programme.workshop_counts to portal_app, portal_reader;
