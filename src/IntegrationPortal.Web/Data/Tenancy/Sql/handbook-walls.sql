-- The handbook. Its tables stand outside the tenant lock, since everybody reads what is public; whose a draft is says municipality_id
-- (null: the foundation). Everybody, signed out too, reads public versions and those before them; an office its own drafts; the
-- foundation's staff what was submitted. The public lists and the search read published_page, which holds nothing else.
call app.drop_policies('handbook_entry');
call app.drop_policies('entry_version');
call app.drop_policies('entry_text');
call app.drop_policies('earlier_slug');

-- Whose drafts the signed-in person writes (Domain/Knowledge/Writer.cs).
create or replace function app.writes_for(municipality uuid) returns boolean language sql stable parallel safe
    return case when municipality is null then app.tenant() is null and app.role() in ('FoundationStaff', 'ProcessFacilitator')
        else municipality = app.tenant() and app.role() in ('Coordinator', 'CaseWorker', 'ActorManager', 'VolunteerCoordinator') end;
create or replace function app.reviews() returns boolean language sql stable parallel safe
    return app.role() = 'FoundationStaff';

-- What the foundation has once been given it goes on knowing of, also when it has sent it back; its text then is the office's again.
set local role portal_reader;
create or replace function reading.was_submitted(of_entry uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from entry_version v where v.entry_id = of_entry and (v.submitted_at is not null or v.published_at is not null))
$$;
revoke execute on function reading.was_submitted(uuid) from public;
grant execute on function reading.was_submitted(uuid) to portal_app;
reset role;

create policy public on handbook_entry for select to portal_app using (public_version is not null);
create policy own on handbook_entry for select to portal_app using (app.writes_for(municipality_id));
create policy submitted on handbook_entry for select to portal_app using ((select app.reviews()) and reading.was_submitted(id));
create policy due on handbook_entry for select to portal_app using ((select app.role()) = 'Clock' and public_version is not null);
create policy begun on handbook_entry for insert to portal_app with check (app.writes_for(municipality_id)
    and (municipality_id is null or kind not in ('News', 'Fact')) and public_version is null and open_state = 'Draft');
create policy changed on handbook_entry for update to portal_app using (
    app.writes_for(municipality_id) or ((select app.reviews()) and (public_version is not null or open_state in ('Submitted', 'InReview')))
    or ((select app.role()) = 'Clock' and public_version is not null)) with check (true);

create policy seen on entry_version for select to portal_app using (
    exists (select from handbook_entry e where e.id = entry_id and (
        (entry_version.published_at is not null and entry_version.state <> 'Archived' and e.public_version is not null)
        or app.writes_for(e.municipality_id)
        or ((select app.reviews()) and (entry_version.submitted_at is not null or entry_version.published_at is not null))) offset 0));
create policy begun on entry_version for insert to portal_app with check (
    exists (select from handbook_entry e where e.id = entry_id and app.writes_for(e.municipality_id) offset 0));
create policy changed on entry_version for update to portal_app using (
    exists (select from handbook_entry e where e.id = entry_id and (app.writes_for(e.municipality_id) or (select app.reviews())
        or (select app.role()) = 'Clock') offset 0)) with check (true);

-- Texts follow their version, and are written while it is a draft: a form that writes and submits saves twice.
create policy seen on entry_text for select to portal_app using (exists (
    select from entry_version v join handbook_entry e on e.id = v.entry_id
    where v.entry_id = entry_text.entry_id and v.number = entry_text.number and (v.state <> 'Draft' or app.writes_for(e.municipality_id)) offset 0));
create policy written on entry_text for insert to portal_app with check (exists (
    select from entry_version v join handbook_entry e on e.id = v.entry_id
    where v.entry_id = entry_text.entry_id and v.number = entry_text.number and v.state = 'Draft' and app.writes_for(e.municipality_id) offset 0));
create policy changed on entry_text for update to portal_app using (exists (
    select from entry_version v join handbook_entry e on e.id = v.entry_id
    where v.entry_id = entry_text.entry_id and v.number = entry_text.number and v.state = 'Draft' and app.writes_for(e.municipality_id) offset 0));

-- Whoever writes and whoever submits at the same moment wait for each other, so that nothing is written into what was submitted.
create or replace function app.guard_entry_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform from entry_version v where v.entry_id = new.entry_id and v.number = new.number and v.state = 'Draft' for no key update;
    if not found then
        -- Said on the page as "somebody was faster".
        raise serialization_failure using message = 'the version is submitted';
    end if;
    return null;
end $$;
create or replace trigger guard after insert or update on entry_text
    for each row when (current_user = 'portal_app') execute function app.guard_entry_text();

create policy seen on earlier_slug for select to portal_app using (exists (select from handbook_entry e where e.id = entry_id offset 0));
create policy kept on earlier_slug for insert to portal_app with check (exists (
    select from handbook_entry e where e.id = entry_id and (app.writes_for(e.municipality_id) or (select app.reviews())) offset 0));
create policy taken_back on earlier_slug for delete to portal_app using (exists (
    select from handbook_entry e where e.id = entry_id and (app.writes_for(e.municipality_id) or (select app.reviews())) offset 0));

-- What a release brings is written by the owner at the migration; the reader shelves what is public.
do $$
declare t text;
begin
    foreach t in array array['handbook_entry', 'entry_version', 'entry_text', 'earlier_slug'] loop
        execute format('create policy shipped on %I to portal_owner using (true) with check (true)', t);
        execute format('create policy reader on %I for select to portal_reader using (true)', t);
    end loop;
end $$;
grant select on handbook_entry, entry_version, entry_text, earlier_slug, handbook_partner, tenant, municipality, district, municipal_association to portal_reader;
grant select, insert, delete on published_page to portal_reader;
grant select, insert on handbook_word to portal_reader;

-- The table of moves (Domain/Knowledge/EntryState.cs); a test walks all pairs in both. To stay where one is is no move.
create or replace function app.entry_may_move(was text, becomes text) returns boolean language sql immutable parallel safe
    return case becomes
        when 'Submitted' then was = 'Draft'
        when 'InReview' then was = 'Submitted'
        when 'Draft' then was in ('Submitted', 'InReview')
        when 'Published' then was in ('InReview', 'Published', 'DueForReview')
        when 'DueForReview' then was = 'Published'
        when 'Superseded' then was in ('Published', 'DueForReview')
        when 'Archived' then was in ('Published', 'DueForReview')
        else false end;

create or replace function app.guard_entry_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    owner_of_entry uuid := (select e.municipality_id from handbook_entry e where e.id = new.entry_id);
    -- What a deed writes after the draft; everything else, also what the portal adds one day, stays as it was submitted.
    by_deeds constant text[] := array['state', 'submitted_at', 'sent_back_because', 'reviewer_user_id', 'reviewed_on', 'reviewed_by', 'criteria', 'published_at'];
begin
    if tg_op = 'INSERT' then
        if num_nonnulls(new.submitted_at, new.sent_back_because, new.reviewer_user_id, new.reviewed_by) > 0 then
            raise insufficient_privilege using message = 'a version begins before anything was done with it';
        end if;
        if new.state <> 'Draft' or new.author_user_id is distinct from app.current_user_id()
            or new.writer_user_ids is distinct from array[app.current_user_id()] or new.published_at is not null or new.reviewed_on is not null then
            raise insufficient_privilege using message = 'a version begins as a draft of its author';
        end if;
        return new;
    end if;
    if (new.entry_id, new.number, new.author_user_id, new.author_office, new.begun_at) is distinct from
        (old.entry_id, old.number, old.author_user_id, old.author_office, old.begun_at) then
        raise insufficient_privilege using message = 'who wrote a version does not change';
    end if;
    -- Colleagues write themselves down, and nobody is taken out.
    if new.writer_user_ids is distinct from old.writer_user_ids and new.writer_user_ids is distinct from old.writer_user_ids || app.current_user_id() then
        raise insufficient_privilege using message = 'who wrote on a version stays written down';
    end if;
    if old.state = 'Draft' and not app.current_user_id() = any (new.writer_user_ids) and to_jsonb(new) - by_deeds <> to_jsonb(old) - by_deeds then
        raise insufficient_privilege using message = 'who writes on a version is written down';
    end if;
    if old.state <> 'Draft' and to_jsonb(new) - by_deeds <> to_jsonb(old) - by_deeds then
        raise insufficient_privilege using message = 'what was submitted stays as it was';
    end if;
    if new.state is distinct from old.state and not app.entry_may_move(old.state, new.state) then
        raise insufficient_privilege using message = 'a version cannot move from ' || old.state || ' to ' || new.state;
    end if;
    if new.state is distinct from old.state and not (case
        when new.state = 'Submitted' then app.writes_for(owner_of_entry)
        when new.state = 'DueForReview' then app.role() = 'Clock'
        when new.state = 'Archived' then app.reviews() or app.writes_for(owner_of_entry)
        else app.reviews() end) then
        raise insufficient_privilege using message = 'this is not yours to do';
    end if;
    -- Four eyes: nobody publishes what they have written on, however they come here.
    if new.state in ('InReview', 'Published') and old.state in ('Submitted', 'InReview') and coalesce(app.current_user_id() = any (new.writer_user_ids), true) then
        raise insufficient_privilege using message = 'somebody else publishes it';
    end if;
    if (new.reviewed_on, new.reviewed_by, new.criteria, new.published_at) is distinct from (old.reviewed_on, old.reviewed_by, old.criteria, old.published_at)
        and not (app.reviews() and new.state in ('Published')) then
        raise insufficient_privilege using message = 'reviews are the foundation''s';
    end if;
    if (new.submitted_at is distinct from old.submitted_at and not (new.state = 'Submitted' and old.state = 'Draft'))
        or (new.sent_back_because is distinct from old.sent_back_because and not (new.state in ('Submitted', 'Draft') and new.state <> old.state))
        or (new.reviewer_user_id is distinct from old.reviewer_user_id
            and not (app.reviews() and new.state in ('InReview', 'Published') and new.reviewer_user_id is not distinct from app.current_user_id())) then
        raise insufficient_privilege using message = 'what a deed writes is written by the deed';
    end if;
    return new;
end $$;
create or replace trigger guard before insert or update on entry_version
    for each row when (current_user = 'portal_app') execute function app.guard_entry_version();

-- Whoever writes a text stands among the writers of its version; looked at when the transaction ends, since both rows are saved in it.
create or replace function app.guard_writer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (select from entry_version v where v.entry_id = new.entry_id and v.number = new.number and app.current_user_id() = any (v.writer_user_ids)) then
        raise insufficient_privilege using message = 'who writes a text is written down';
    end if;
    return null;
end $$;
drop trigger if exists written on entry_text;
create constraint trigger written after insert or update on entry_text
    deferrable initially deferred for each row when (current_user = 'portal_app') execute function app.guard_writer();

create or replace function app.guard_handbook_entry() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (new.id, new.kind, new.municipality_id, new.begun_at, new.origin_id, new.origin_version)
        is distinct from (old.id, old.kind, old.municipality_id, old.begun_at, old.origin_id, old.origin_version) then
        raise insufficient_privilege using message = 'an entry stays with its office';
    end if;
    return new;
end $$;
create or replace trigger guard before update on handbook_entry
    for each row when (current_user = 'portal_app') execute function app.guard_handbook_entry();

-- An address that an entry had leads to it for good: no other entry takes it, whoever may see which of the two. After the row, so that of two
-- savers at once the second sees what the first has left behind.
set local role portal_reader;
create or replace function reading.address_is_free() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from earlier_slug s where s.kind = new.kind and s.slug = new.slug and s.entry_id <> new.id) then
        raise unique_violation using message = 'another entry had this address', constraint = 'ix_handbook_entry_one_address';
    end if;
    return null;
end $$;
revoke execute on function reading.address_is_free() from public;
grant execute on function reading.address_is_free() to portal_owner;
reset role;
create or replace trigger address after insert or update of slug on handbook_entry
    for each row when (current_user = 'portal_app') execute function reading.address_is_free();
