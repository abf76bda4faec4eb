-- How much mentoring there was. Whoever is told numbers reads published_figure, where few are hidden already (Domain/Analysis); who stands
-- behind them is counted and kept by the clock alone.

-- What each pair of an organisation gave in some days, as far as the asking role sees the rows. Tables carry their schema, as in app.ends_of.
create or replace function app.mentoring_contributions(first_day date, last_day date)
    returns table (actor_id uuid, figure text, reason text, giver uuid, receiver uuid, amount numeric)
    language sql stable as $$
    with began as (select e.tandem_id, min((e.at at time zone 'Europe/Berlin')::date) as day from public.tandem_event e
        where e.tenant_id = (select app.tenant()) and e.state = 'Trial' group by e.tandem_id),
    ran as (select t.actor_id, t.id, b.day from public.tandem t join began b on b.tandem_id = t.id
        where t.tenant_id = (select app.tenant()) and b.day <= last_day and (t.ended_on is null or t.ended_on >= first_day)),
    -- Of forgotten meetings only the year is known; they count to it as a whole.
    met as (select s.actor_id, s.volunteer_id, s.tandem_id, 1 as meetings, s.quarter_hours from public.mentoring_session s
            where s.tenant_id = (select app.tenant()) and s.held_on between first_day and last_day
        union all select v.actor_id, y.volunteer_id, y.volunteer_id, y.meetings, y.quarter_hours from public.engagement_year y
            join public.volunteer v on v.tenant_id = y.tenant_id and v.id = y.volunteer_id
            where y.tenant_id = (select app.tenant()) and y.year = extract(year from first_day))
    select r.actor_id, 'Tandems', null, r.id, r.id, 1 from ran r
    union all select distinct r.actor_id, 'Volunteers', null, m.volunteer_id, m.volunteer_id, 1 from ran r
        join public.tandem_mentor m on m.tenant_id = (select app.tenant()) and m.tandem_id = r.id
        where m.agreed_on is not null and greatest(m.since, r.day) <= last_day and (m.until is null or m.until >= first_day)
    union all select m.actor_id, 'Meetings', null, m.volunteer_id, m.tandem_id, sum(m.meetings) from met m group by m.actor_id, m.volunteer_id, m.tandem_id
    union all select m.actor_id, 'Hours', null, m.volunteer_id, m.tandem_id, sum(m.quarter_hours) / 4.0 from met m group by m.actor_id, m.volunteer_id, m.tandem_id
    union all select t.actor_id, 'Ended', t.end_reason, t.id, t.id, 1 from public.tandem t
        where t.tenant_id = (select app.tenant()) and t.state = 'Ended' and t.ended_on between first_day and last_day
$$;

set local role portal_reader;
drop function if exists reading.mentoring_figures(date, date);
create or replace function reading.mentoring_contributions(first_day date, last_day date)
    returns table (actor_id uuid, figure text, reason text, giver uuid, receiver uuid, amount numeric)
    language sql stable security definer set search_path = public, pg_temp as $$
    select c.* from app.mentoring_contributions(first_day, last_day) c where app.role() = 'Clock'
$$;
revoke execute on function reading.mentoring_contributions(date, date) from public;
grant execute on function reading.mentoring_contributions(date, date) to portal_app;
reset role;

-- published_figure: told to the municipal coordination, the numbers of an organisation also to its coordination of volunteers.
create policy told on published_figure for select to portal_app using ((select app.role()) in ('Coordinator', 'Clock')
    or ((select app.role()) = 'VolunteerCoordinator' and actor_id = (select app.actor())));
create policy published on published_figure for insert to portal_app with check ((select app.role()) = 'Clock');
create policy moved on published_figure for update to portal_app using ((select app.role()) = 'Clock');

-- figure_basis: the clock's alone.
create policy counted on figure_basis to portal_app using ((select app.role()) = 'Clock') with check ((select app.role()) = 'Clock');
