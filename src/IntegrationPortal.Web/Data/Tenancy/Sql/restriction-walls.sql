-- The processing of data categories is restricted (GDPR Art. 18; Domain/CasePaths/Restriction.cs): nobody but the lead sees them, and nobody writes into
-- them, hands them over or erases them until it is lifted. No policy of reading asks for it: what is restricted is taken out of the very mask that
-- they read (participation.categories), and comes back from the grounds that still hold.

-- Known to all who take part. Made and lifted by the lead or the coordination, in the own name, at this moment.
create policy seen on restriction for select to portal_app using (reading.participates(case_id));
create policy restricted on restriction for insert to portal_app with check (
    reading.leads(case_id) and lifted_at is null
    and restricted_by_user_id = (select app.current_user_id()) and restricted_by_actor_id = (select app.actor())
    and restricted_at between (select app.now()) - interval '1 minute' and (select app.now()) + interval '1 minute'
    and asked_on <= ((select app.now()) at time zone 'Europe/Berlin')::date);
create policy lifted on restriction for update to portal_app
    using (lifted_at is null and reading.leads(case_id))
    with check (lifted_by_user_id = (select app.current_user_id()) and lifted_by_actor_id = (select app.actor())
        and lifted_at between (select app.now()) - interval '1 minute' and (select app.now()) + interval '1 minute'
        -- The person knows before (Art. 18 (3)).
        and informed_on between (restricted_at at time zone 'Europe/Berlin')::date and ((select app.now()) at time zone 'Europe/Berlin')::date);

grant update (restricted) on case_path to portal_reader;
grant update (categories, withheld) on participation to portal_reader;

set local role portal_reader;

-- What is restricted in this case now. Takes the row of the path: of restricting and writing at once the second sees what the first has done.
create or replace function reading.hold_restricted(town uuid, of_case uuid) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare mask integer;
begin
    select c.restricted into mask from case_path c where c.tenant_id = town and c.id = of_case for no key update;
    return coalesce(mask, 0);
end $$;

-- At the commit: what runs of a case is summed up in its path.
create or replace function reading.note_restriction() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform reading.hold_restricted(new.tenant_id, new.case_id);
    update case_path c set restricted = r.mask
    from (select coalesce(bit_or(x.categories), 0) as mask from restriction x
        where x.tenant_id = new.tenant_id and x.case_id = new.case_id and x.lifted_at is null) r
    where c.tenant_id = new.tenant_id and c.id = new.case_id and c.restricted <> r.mask;
    return null;
end $$;

-- And taken away from, or given back to, everybody who takes part but the lead; also when the lead moves and when somebody joins.
create or replace function reading.withhold() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    of_case constant uuid := case tg_table_name when 'case_path' then to_jsonb(new)->>'id' else to_jsonb(new)->>'case_id' end;
begin
    -- Nearly always: nothing is restricted, and nothing was.
    if reading.hold_restricted(new.tenant_id, of_case) = 0 and tg_table_name = 'participation' and to_jsonb(new)->>'withheld' = '0' then
        return null;
    end if;
    update participation p set withheld = w.mask,
        categories = case when p.is_active then reading.founded_on(p.case_id, p.actor_id) else p.categories end & ~w.mask
    from (select m.actor_id, case when m.actor_id = c.lead_actor_id then 0 else c.restricted end as mask
        from case_path c join participation m on m.tenant_id = c.tenant_id and m.case_id = c.id
        where c.tenant_id = new.tenant_id and c.id = of_case) w
    where p.tenant_id = new.tenant_id and p.case_id = of_case and p.actor_id = w.actor_id
      and (p.withheld <> w.mask or (p.categories & w.mask) <> 0);
    return null;
end $$;

-- What is restricted is stored and nothing else, by the lead too: no new fact, none taken back, nothing handed over and no consent to that.
create or replace function reading.check_unrestricted() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    wanted constant integer := case tg_table_name when 'person_fact' then to_jsonb(new)->>'category' when 'person' then '1' else to_jsonb(new)->>'covers' end;
begin
    if (reading.hold_restricted(new.tenant_id, new.case_id) & wanted) <> 0 then
        raise insufficient_privilege using message = 'restricted data are stored and not processed';
    end if;
    return null;
end $$;

-- For the data protection officer: what runs in the municipality, the oldest first, and nothing of the person.
create or replace function reading.open_restrictions(most integer)
    returns table (case_id uuid, case_number text, categories integer, ground text, restricted_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.case_id, c.number, r.categories, r.ground, r.restricted_at
    from restriction r join case_path c on c.tenant_id = r.tenant_id and c.id = r.case_id
    where app.role() = 'DataProtectionOfficer' and r.tenant_id = (select app.tenant()) and r.lifted_at is null
    order by r.restricted_at, r.id limit most
$$;

-- Does the timeline say that it was restricted or lifted, in the name of whoever does it?
create or replace function reading.is_restriction_told(of_case uuid, wanted text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_event e where e.tenant_id = (select app.tenant()) and e.case_id = of_case and e.kind = wanted
        and e.user_id = (select app.current_user_id()) and e.recorded_at >= (select app.now()) - interval '1 minute')
$$;

revoke execute on function reading.hold_restricted(uuid, uuid), reading.note_restriction(), reading.withhold(), reading.check_unrestricted(),
    reading.is_restriction_told(uuid, text), reading.open_restrictions(integer) from public;
grant execute on function reading.is_restriction_told(uuid, text) to portal_app, portal_owner;
grant execute on function reading.open_restrictions(integer) to portal_app;
grant execute on function reading.note_restriction(), reading.withhold(), reading.check_unrestricted() to portal_owner;
reset role;

drop trigger if exists noted on restriction;
create constraint trigger noted after insert or update of lifted_at on restriction deferrable initially deferred for each row
    execute function reading.note_restriction();
drop trigger if exists withheld on case_path;
create constraint trigger withheld after update of restricted, lead_actor_id on case_path deferrable initially deferred for each row
    when (new.restricted <> old.restricted or (new.restricted <> 0 and new.lead_actor_id <> old.lead_actor_id)) execute function reading.withhold();
drop trigger if exists withheld on participation;
create constraint trigger withheld after insert or update of categories on participation deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function reading.withhold();

create or replace function app.check_restriction_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not reading.is_restriction_told(new.case_id, case when new.lifted_at is null then 'ProcessingRestricted' else 'RestrictionLifted' end) then
        raise insufficient_privilege using message = 'restricting and lifting stand in the timeline';
    end if;
    return null;
end $$;
drop trigger if exists told on restriction;
create constraint trigger told after insert or update on restriction deferrable initially deferred for each row
    when (current_user = 'portal_app') execute function app.check_restriction_told();

-- At the commit, for what is written into a category.
do $$
declare t text;
begin
    foreach t in array array['person_fact', 'person', 'handover_ground', 'consent'] loop
        execute format('drop trigger if exists unrestricted on %I', t);
        execute format('create constraint trigger unrestricted after insert%s on %I deferrable initially deferred for each row
            when (current_user = ''portal_app'') execute function reading.check_unrestricted()', case when t in ('person_fact', 'person') then ' or update' end, t);
    end loop;
end $$;
