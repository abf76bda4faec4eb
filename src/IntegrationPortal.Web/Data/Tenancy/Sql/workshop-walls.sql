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
-- Once: the row of the slip is locked, so of two who send at the same time one comes too late. Every answer is a row of its own, with an
-- id that says nothing about when or with what it came.
create or replace function reading.give_feedback(of_pilot uuid, of_workshop uuid, of_number int, keys text[], given int[], said text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update feedback_slip s set is_used = true
    where s.pilot_id = of_pilot and s.workshop_id = of_workshop and s.number = of_number and not s.is_used
        and exists (select from workshop w where w.pilot_id = of_pilot and w.id = of_workshop and w.state = 'Held');
    if not found then
        return false;
    end if;
    insert into feedback_answer (pilot_id, workshop_id, item_key, value)
    select of_pilot, of_workshop, i.key, a.value from unnest(keys, given) as a (key, value) join feedback_item i on i.key = a.key
    where a.value between 1 and 5;
    if nullif(trim(said), '') is not null then
        insert into feedback_answer (pilot_id, workshop_id, remark) values (of_pilot, of_workshop, left(said, 1000));
    end if;
    return true;
end $$;
-- What they say together: a statement only from five answers on, remarks in no order and only when there are five of them.
create or replace function reading.feedback_of(of_pilot uuid, of_workshop uuid) returns table (item_key text, answers int, average numeric)
    language sql stable security definer set search_path = public, pg_temp as $$
    select a.item_key, count(*)::int, round(avg(a.value), 1) from feedback_answer a
    where a.pilot_id = of_pilot and a.workshop_id = of_workshop and a.item_key is not null and app.reads_pilot(of_pilot)
    group by a.item_key having count(*) >= 5
$$;
create or replace function reading.feedback_remarks(of_pilot uuid, of_workshop uuid) returns setof text
    language sql volatile security definer set search_path = public, pg_temp as $$
    select a.remark from feedback_answer a
    where a.pilot_id = of_pilot and a.workshop_id = of_workshop and a.remark is not null and app.keeps_pilot(of_pilot)
        and 5 <= (select count(*) from feedback_answer o where o.pilot_id = of_pilot and o.workshop_id = of_workshop and o.remark is not null)
    order by random()
$$;
revoke execute on function reading.feedback_slip(uuid, uuid, int), reading.give_feedback(uuid, uuid, int, text[], int[], text),
    reading.feedback_of(uuid, uuid), reading.feedback_remarks(uuid, uuid) from public;
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
