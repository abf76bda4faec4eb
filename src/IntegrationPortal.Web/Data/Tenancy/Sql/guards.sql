-- Definer functions that policies need because they look at tables whose own policies would look back.
-- Made by portal_reader itself, so that they never belong to anybody else, not even for a moment.
set local role portal_reader;

-- Does the acting actor take part in this case now?
create or replace function reading.participates(of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from participation p
        where p.tenant_id = (select app.tenant()) and p.case_id = of_case and p.actor_id = (select app.actor())
          and p.is_active and (p.until is null or p.until > (select app.now())))
$$;

-- May the acting actor write a row of this category into this case? While it opens a case it does not take part yet. An emergency, which is what
-- has an end of its own, is there to read.
create or replace function reading.may_write(of_case uuid, category integer) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from participation p
            where p.tenant_id = (select app.tenant()) and p.case_id = of_case and p.actor_id = (select app.actor())
              and p.is_active and p.until is null
              and (category = 0 or (p.categories & category) <> 0))
        or exists (select from case_path c
            where c.tenant_id = (select app.tenant()) and c.id = of_case
              and ((category = 0 and (select app.steers()))
                or (c.opened_by_actor_id = (select app.actor()) and not exists (select from participation p
                    where p.tenant_id = c.tenant_id and p.case_id = c.id and p.actor_id = (select app.actor())))))
$$;

-- What was handed over to an actor, as far as the sender gave a ground for it that still holds. Days are days in Germany.
-- "offered" adds what waits for an answer: rows of one save come in any order, so the last word is said at the commit.
create or replace function reading.handed_to(of_case uuid, actor uuid, offered boolean) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(bit_or(g.covers & h.categories), 0)
    from handover h
    join handover_ground g on g.tenant_id = h.tenant_id and g.handover_id = h.id and g.case_id = h.case_id
        and (g.until is null or g.until >= ((select app.now()) at time zone 'Europe/Berlin')::date)
    where h.tenant_id = (select app.tenant()) and h.case_id = of_case and h.to_actor_id = actor
      and not exists (select from consent c where c.tenant_id = g.tenant_id and c.case_id = g.case_id and c.id = g.consent_id and c.withdrawn_at is not null)
      and (h.state in ('Accepted', 'Arrived', 'Completed') or (offered and h.state = 'Sent'))
$$;

-- What an actor collected itself when it opened the case; the immigration authority never holds counselling notes.
create or replace function reading.collected_by(of_case uuid, actor uuid) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select case when a.kind = 'immigration_authority' then 255 else 511 end
        from case_path c join actor a on a.tenant_id = c.tenant_id and a.id = c.opened_by_actor_id
        where c.tenant_id = (select app.tenant()) and c.id = of_case and c.opened_by_actor_id = actor), 0)
$$;

-- Break-glass: the coordination, for itself, for 24 hours at most. The minute is for the time between opening the
-- connection, when app.now is set, and the deed.
create or replace function reading.is_emergency(actor uuid, until timestamptz) returns boolean
    language sql stable set search_path = public, pg_temp as $$
    select app.role() = 'Coordinator' and actor = app.actor() and until is not null and until <= app.now() + interval '24 hours 1 minute'
$$;

-- Break-glass without a trace does not exist: the ground and the event are written in the same transaction.
create or replace function reading.is_told(of_case uuid, actor uuid, until timestamptz) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_event e
            where e.tenant_id = (select app.tenant()) and e.case_id = of_case and e.kind = 'AccessBroken' and e.actor_id = actor
              and e.user_id = (select app.current_user_id()) and e.reason is not null
              and e.recorded_at >= until - interval '24 hours 1 minute')
        and exists (select from participation_ground g
            where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.actor_id = actor
              and g.norm = 'break-glass' and g.ended_on is null)
$$;

-- Which way the newest answer to a transfer moves the lead of its case: to the receiver when it was accepted, back when it was returned.
-- Written by the move itself and by nobody else: by their times, which the two sides write, the newest could not be told.
do $$
begin
    if to_regclass('reading.lead_turn') is null then
        create table reading.lead_turn (tenant_id uuid not null, case_id uuid not null, away_from uuid not null, towards uuid not null,
            primary key (tenant_id, case_id));
    end if;
end $$;
create or replace function reading.note_lead_turn() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into reading.lead_turn values (new.tenant_id, new.case_id,
        case new.state when 'Accepted' then new.previous_lead_actor_id else new.to_actor_id end,
        case new.state when 'Accepted' then new.to_actor_id else new.previous_lead_actor_id end)
    on conflict (tenant_id, case_id) do update set away_from = excluded.away_from, towards = excluded.towards;
    return null;
end $$;
revoke execute on function reading.note_lead_turn() from public;
grant execute on function reading.note_lead_turn() to portal_owner;

-- Each acceptance moves the lead once, and so does each return: afterwards the lead is no longer where the turn begins.
create or replace function reading.lead_has_moved(of_case uuid, away_from uuid, towards uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from reading.lead_turn t
        where t.tenant_id = (select app.tenant()) and t.case_id = of_case
          and (t.away_from, t.towards) = (lead_has_moved.away_from, lead_has_moved.towards))
$$;

-- Is the acting actor one of the two sides of this handover of this case? After a withdrawal the receiver is not. Whoever answers from its
-- sheet stands on the receiver's side of this one handover.
create or replace function reading.is_side(of_handover uuid, of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from handover h
        where h.tenant_id = (select app.tenant()) and h.id = of_handover and h.case_id = of_case
          and (h.from_actor_id = (select app.actor())
            or ((h.to_actor_id = (select app.actor()) or h.id = (select app.sheet())) and h.state not in ('Withdrawn', 'Expired'))))
$$;

-- Of the handover that is answered from its sheet: its receiver, its case, and its case once it is accepted, for the moment in which that is saved.
create or replace function reading.sheet_actor() returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select h.to_actor_id from handover h where h.tenant_id = app.tenant() and h.id = app.sheet()
$$;
create or replace function reading.sheet_case(accepted boolean) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select h.case_id from handover h where h.tenant_id = app.tenant() and h.id = app.sheet() and h.kind = 'Referral'
        and ((h.state = 'Sent' and not accepted) or (h.state = 'Accepted' and h.accepted_at >= app.now() - interval '1 minute'))
$$;

-- The case of the person on their own page, in the moment in which they withdraw a consent: what follows from it is saved then.
create or replace function reading.withdrawing_case() returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select c.case_id from consent c where c.tenant_id = app.tenant() and c.case_id = app.person_case()
        and c.withdrawn_by_user_id is null and c.withdrawn_at >= app.now() - interval '1 minute' limit 1
$$;

-- Rests a handover on a consent that was withdrawn? Then the portal takes it back, whoever has written that down.
create or replace function reading.lost_consent(of_handover uuid, of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from handover_ground g
        join consent c on c.tenant_id = g.tenant_id and c.case_id = g.case_id and c.id = g.consent_id and c.withdrawn_at is not null
        where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.handover_id = of_handover)
$$;

-- May what an actor sees shrink like this by the hand of another who takes part? By what consents gave that were withdrawn, and by nothing that
-- another ground gives.
create or replace function reading.is_recalled(of_case uuid, of_actor uuid, was integer, becomes integer) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select (was & ~becomes & ~coalesce(bit_or(c.covers) filter (where c.withdrawn_at is not null), 0)) = 0
        and (was & ~becomes & coalesce(bit_or(g.covers) filter (where g.ended_on is null and c.withdrawn_at is null), 0)) = 0
    from participation_ground g
    left join consent c on c.tenant_id = g.tenant_id and c.case_id = g.case_id and c.id = g.consent_id
    where g.tenant_id = (select app.tenant()) and g.case_id = of_case and g.actor_id = of_actor
$$;

-- Does the acting actor send this handover of this case, with at least these categories?
create or replace function reading.sends(of_handover uuid, of_case uuid, covers integer) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from handover h
        where h.tenant_id = (select app.tenant()) and h.id = of_handover and h.case_id = of_case
          and h.from_actor_id = (select app.actor()) and h.state = 'Sent' and (covers & ~h.categories) = 0)
$$;

-- Cases of the acting actor whose person answers to every word, by its beginning or its sound, with the policy's predicate written out.
-- The rarest word leads; whoever searches for half of the town gets the first of it.
create or replace function reading.find_cases(words text[], most integer) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
    with typed as (select w, w || chr(1114111) as beyond, array(select '#' || code from unnest(app.sounds(w)) code) as codes from unnest(words) w),
        spelled as materialized (
            select w, beyond, codes, row_number() over (order by (select count(*) from (
                (select from reading.name_key n where n.tenant_id = (select app.tenant()) and n.key >= w and n.key < beyond limit most * 4)
                union all
                (select from unnest(codes) code cross join reading.name_key n where n.tenant_id = (select app.tenant()) and n.key = code limit most * 4)) c), w) as place
            from typed),
        named as (
            select n.case_id, n.person_id from spelled l cross join reading.name_key n
            where l.place = 1 and n.tenant_id = (select app.tenant()) and n.key >= l.w and n.key < l.beyond
            union all
            select n.case_id, n.person_id from spelled l cross join unnest(l.codes) code cross join reading.name_key n
            where l.place = 1 and n.tenant_id = (select app.tenant()) and n.key = code)
    select distinct f.case_id from (
        select n.case_id
        from named n
        where exists (select from participation p where p.tenant_id = (select app.tenant()) and p.case_id = n.case_id and p.actor_id = (select app.actor())
                and p.is_active and (p.until is null or p.until > (select app.now())) and (p.categories & 1) <> 0 offset 0)
          and not exists (select from spelled s where s.place > 1 and not exists (select from reading.name_key o
            where o.tenant_id = (select app.tenant()) and o.case_id = n.case_id and o.person_id = n.person_id
              and (o.key >= s.w and o.key < s.beyond or o.key = any (s.codes))))
        limit most * 4) f
    limit most
$$;

-- Cases of the acting actor whose person may be this one, with the policy's predicate written out. Either the same day of birth, or the one with
-- day and month changed over, and two words of the name by spelling or sound; or every word of the name as it is spelled, and birth dates that do
-- not contradict each other. A day that is not sure (SamePerson.cs) comes in the second way only: 1 January is the birthday of many.
create or replace function reading.find_twins(words text[], born_on text, swapped text, is_sure boolean, but uuid, most integer) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
    with typed as materialized (select w, array(select app.name_words(w)) as forms, array(select '#' || code from unnest(app.sounds(w)) code) as codes from unnest(words) w),
        rarest as (select t.forms from typed t order by (select count(*) from (
            select from unnest(t.forms) f cross join reading.name_key n where n.tenant_id = (select app.tenant()) and n.key = f limit 200) c), length(w) desc, w limit 1),
        alike as (
            select p.case_id from person p
            where is_sure and p.tenant_id = (select app.tenant()) and p.born = any (array[born_on, nullif(swapped, '')])
              and (select count(*) from typed t where exists (select from reading.name_key n
                where n.tenant_id = p.tenant_id and n.case_id = p.case_id and n.person_id = p.id and (n.key = any (t.forms) or n.key = any (t.codes))))
                >= least(2, cardinality(words))
            union
            select p.case_id from rarest cross join unnest(rarest.forms) f
            join reading.name_key n on n.tenant_id = (select app.tenant()) and n.key = f
            join person p on p.tenant_id = n.tenant_id and p.case_id = n.case_id and p.id = n.person_id
            where app.births_agree(p.born, born_on)
              and not exists (select from typed t where not exists (select from reading.name_key o
                where o.tenant_id = p.tenant_id and o.case_id = p.case_id and o.person_id = p.id and o.key = any (t.forms))))
    select a.case_id from alike a
    where cardinality(words) > 0 and a.case_id is distinct from but
      and exists (select from participation p where p.tenant_id = (select app.tenant()) and p.case_id = a.case_id and p.actor_id = (select app.actor())
            and p.is_active and (p.until is null or p.until > (select app.now())) and (p.categories & 1) <> 0 offset 0)
    limit most
$$;

-- The lines of lists of cases: for who takes part as far as the participation covers, for the coordination the path alone. With the
-- policies' predicate written out once for a line, not asked again for each of its tables. A barrier: no condition of a reader is
-- tried on a row before the wall is.
drop view if exists reading.case_line cascade;
create or replace view reading.case_line with (security_barrier) as
    select c.id, c.number, c.template_key, c.template_version, c.lead_actor_id,
        (select x.short_name from person x
            where (p.categories & 1) <> 0 and x.tenant_id = c.tenant_id and x.case_id = c.id order by x.id limit 1) as short_name,
        s.title_de, s.title_en, s.state, s.responsible_kind, s.stands_in, s.responsible_actor_id, f.further_keys, f.further_versions
    from case_path c
    left join lateral (select p.categories from participation p
        where p.tenant_id = c.tenant_id and p.actor_id = (select app.actor()) and p.case_id = c.id
          and p.is_active and (p.until is null or p.until > (select app.now()))) p on true
    left join lateral (select x.* from case_step x
        where x.tenant_id = c.tenant_id and x.case_id = c.id and x.is_current order by x.state = 'Planned', x.position limit 1) s on true
    left join lateral (select array_agg(x.template_key order by x.added_at, x.id) as further_keys, array_agg(x.template_version order by x.added_at, x.id) as further_versions
        from further_template x where x.tenant_id = c.tenant_id and x.case_id = c.id) f on true
    where c.tenant_id = (select app.tenant()) and (p.categories is not null or (select app.steers()));
grant select on reading.case_line to portal_app;

-- One of them. PostgreSQL writes it into the query that asks, so it costs nothing of its own; it reads with the rights of who asks.
-- "offset 0" has it looked up for each place; without it all lines of the town would be made and then joined.
create or replace function reading.case_line_of(of_case uuid) returns setof reading.case_line
    language sql stable as $$ select * from reading.case_line where id = of_case offset 0 $$;

-- By name: at every migration but the first the functions of later files are there already, and each file grants its own.
revoke execute on all functions in schema reading from public, portal_app;
grant execute on function reading.participates(uuid), reading.may_write(uuid, integer), reading.handed_to(uuid, uuid, boolean), reading.collected_by(uuid, uuid),
    reading.is_emergency(uuid, timestamptz), reading.is_told(uuid, uuid, timestamptz), reading.lead_has_moved(uuid, uuid, uuid), reading.is_side(uuid, uuid),
    reading.lost_consent(uuid, uuid), reading.is_recalled(uuid, uuid, integer, integer), reading.sheet_actor(), reading.sheet_case(boolean), reading.withdrawing_case(),
    reading.sends(uuid, uuid, integer), reading.find_cases(text[], integer),
    reading.find_twins(text[], text, text, boolean, uuid, integer), reading.case_line_of(uuid) to portal_app, portal_owner;
reset role;

-- Asked by walls for every reader: who has no sheet never comes to the functions behind them.
create or replace function app.sheet_actor() returns uuid language sql stable
    return case when app.sheet() is not null then reading.sheet_actor() end;
create or replace function app.sheet_case() returns uuid language sql stable
    return case when app.sheet() is not null then reading.sheet_case(false) end;
create or replace function app.accepted_case() returns uuid language sql stable
    return case when app.sheet() is not null then reading.sheet_case(true) end;

-- The same for the person on their own page.
create or replace function app.withdrawing_case() returns uuid language sql stable
    return case when app.person_case() is not null then reading.withdrawing_case() end;

-- The three answers of a sheet, and only to be involved: the lead goes to somebody who can open the case.
create or replace function app.sheet_answers(id uuid, kind text, becomes text) returns boolean language sql stable
    return id = app.sheet() and kind = 'Referral' and becomes in ('ClarificationRequested', 'Accepted', 'Declined');
