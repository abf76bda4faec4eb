-- The advisory board's reading room. The foundation writes; the board reads what is published, comments, and recommends.
do $$
declare t text;
begin
    foreach t in array array['programme_review', 'review_section', 'review_comment', 'board_meeting', 'recommendation'] loop
        call app.drop_policies(t::regclass);
    end loop;
end $$;
create policy written on programme_review to portal_app using ((select app.role()) = 'FoundationStaff') with check ((select app.role()) = 'FoundationStaff');
create policy seen on programme_review for select to portal_app using ((select app.role()) = 'AdvisoryBoard' and published_at is not null);
create policy begun on programme_review as restrictive for insert to portal_app with check (published_at is null);
create policy frozen on programme_review as restrictive for update to portal_app using (published_at is null) with check (true);

create policy seen on review_section for select to portal_app using (exists (select from programme_review r where r.id = review_id offset 0));
create policy written on review_section for insert to portal_app with check ((select app.role()) = 'FoundationStaff'
    and exists (select from programme_review r where r.id = review_id and r.published_at is null offset 0));
create policy changed on review_section for update to portal_app using ((select app.role()) = 'FoundationStaff'
    and exists (select from programme_review r where r.id = review_id and r.published_at is null offset 0));

-- Whoever writes and whoever publishes at the same moment wait for each other, so that nothing is written into what is frozen.
create or replace function app.guard_section() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform from programme_review r where r.id = new.review_id and r.published_at is null for share;
    if not found then
        -- Said on the page as "somebody was faster".
        raise serialization_failure using message = 'the review is published';
    end if;
    return new;
end $$;
create or replace trigger guard before insert or update on review_section for each row when (current_user = 'portal_app') execute function app.guard_section();

create policy seen on review_comment for select to portal_app using (exists (select from programme_review r where r.id = review_id offset 0));
create policy said on review_comment for insert to portal_app with check (by_user_id = (select app.current_user_id())
    and (select app.role()) in ('FoundationStaff', 'AdvisoryBoard')
    and exists (select from programme_review r where r.id = review_id and r.published_at is not null offset 0));

create policy kept on board_meeting to portal_app using ((select app.role()) = 'FoundationStaff') with check ((select app.role()) = 'FoundationStaff');
create policy seen on board_meeting for select to portal_app using ((select app.role()) = 'AdvisoryBoard');

create policy seen on recommendation for select to portal_app using ((select app.role()) in ('FoundationStaff', 'AdvisoryBoard'));
create policy given on recommendation for insert to portal_app with check ((select app.role()) in ('FoundationStaff', 'AdvisoryBoard')
    and state = 'Open' and responsible is null and due_on is null and answer is null);
create policy followed on recommendation for update to portal_app using ((select app.role()) = 'FoundationStaff');

-- A profile is its person's, and everybody's once it is released.
call app.drop_policies('public_profile');
create policy own on public_profile to portal_app
    using (user_id = (select app.current_user_id()) and (select app.role()) = role)
    with check (user_id = (select app.current_user_id()) and (select app.role()) = role and role in ('ProcessFacilitator', 'AdvisoryBoard'));
create policy released on public_profile for select to portal_app using (released_on is not null);
