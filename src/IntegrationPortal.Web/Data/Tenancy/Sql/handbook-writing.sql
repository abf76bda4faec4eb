-- Comments of a review: between the office that writes and the foundation that reviews, never for readers.
call app.drop_policies('entry_comment');
create policy seen on entry_comment for select to portal_app using (exists (
    select from handbook_entry e where e.id = entry_id and (app.writes_for(e.municipality_id) or (select app.reviews())) offset 0));
create policy said on entry_comment for insert to portal_app with check (
    (select app.reviews()) and user_id = app.current_user_id() and done_at is null and answer is null and exists (
        select from entry_version v where v.entry_id = entry_comment.entry_id and v.number = entry_comment.number and v.state = 'InReview' offset 0));
create policy settled on entry_comment for update to portal_app using (exists (
    select from handbook_entry e where e.id = entry_id and app.writes_for(e.municipality_id) offset 0)) with check (true);

-- What was said stays said; an answer is added once, and that it was taken up.
create or replace function app.guard_entry_comment() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (new.id, new.entry_id, new.number, new.language, new.field, new.paragraph, new.text, new.user_id, new.office, new.at) is distinct from
        (old.id, old.entry_id, old.number, old.language, old.field, old.paragraph, old.text, old.user_id, old.office, old.at) or old.done_at is not null
        or (old.answer is not null and (new.answer, new.answered_at) is distinct from (old.answer, old.answered_at)) then
        raise insufficient_privilege using message = 'a comment stays as it was said';
    end if;
    return new;
end $$;
create or replace trigger guard before update on entry_comment
    for each row when (current_user = 'portal_app') execute function app.guard_entry_comment();

-- A picture is seen by whoever sees a text that shows it, and by the office that writes; which texts those are, say the walls of texts.
call app.drop_policies('entry_picture');
create or replace function app.shows_picture(fields jsonb, picture uuid) returns boolean language sql immutable parallel safe
    return fields::text like '%/handbook/pictures/' || picture || '%';
create or replace function app.picture_is_public(picture uuid) returns boolean language sql stable
    return exists (select from entry_picture p join handbook_entry e on e.id = p.entry_id and e.public_version is not null
        join entry_text t on t.entry_id = p.entry_id and t.number = e.public_version where p.id = picture and app.shows_picture(t.fields, picture));
create policy seen on entry_picture for select to portal_app using (
    exists (select from handbook_entry e where e.id = entry_id and app.writes_for(e.municipality_id) offset 0)
    or exists (select from entry_text t where t.entry_id = entry_picture.entry_id and app.shows_picture(t.fields, entry_picture.id) offset 0));
create policy added on entry_picture for insert to portal_app with check (by_user_id = app.current_user_id() and exists (
    select from handbook_entry e where e.id = entry_id and e.open_state = 'Draft' and app.writes_for(e.municipality_id) offset 0));
create policy removed on entry_picture for delete to portal_app using (
    exists (select from handbook_entry e where e.id = entry_id and app.writes_for(e.municipality_id) offset 0)
    and not exists (select from entry_text t join entry_version v on v.entry_id = t.entry_id and v.number = t.number
        where t.entry_id = entry_picture.entry_id and v.state <> 'Draft' and app.shows_picture(t.fields, entry_picture.id) offset 0));
