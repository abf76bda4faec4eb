-- Comments of a review: between the office that writes and the foundation that reviews, never for readers.
call app.drop_policies('entry_comment');
create policy seen on entry_comment for select to portal_app using (exists (
    select from handbook_entry e where e.id = entry_id and (app.writes_for(e.municipality_id) or (select app.reviews())) offset 0));
create policy said on entry_comment for insert to portal_app with check (
    (select app.reviews()) and user_id = app.current_user_id() and done_at is null and exists (
        select from entry_version v where v.entry_id = entry_comment.entry_id and v.number = entry_comment.number and v.state = 'InReview' offset 0));
create policy settled on entry_comment for update to portal_app using (exists (
    select from handbook_entry e where e.id = entry_id and app.writes_for(e.municipality_id) offset 0)) with check (true);

-- What was said stays said; only that it was taken up is added.
create or replace function app.guard_entry_comment() returns trigger language plpgsql as $$
begin
    if (new.id, new.entry_id, new.number, new.field, new.paragraph, new.text, new.user_id, new.office, new.at) is distinct from
        (old.id, old.entry_id, old.number, old.field, old.paragraph, old.text, old.user_id, old.office, old.at) or old.done_at is not null then
        raise insufficient_privilege using message = 'a comment stays as it was said';
    end if;
    return new;
end $$;
create or replace trigger guard before update on entry_comment
    for each row when (current_user = 'portal_app') execute function app.guard_entry_comment();
