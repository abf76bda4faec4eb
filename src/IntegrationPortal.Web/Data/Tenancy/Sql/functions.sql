-- What the walls ask. Run by the owner at every migration, any number of times.
-- Settings come from the session (Data/Tenancy/SessionSettings.cs); an empty one is nobody, never an error.
create schema if not exists app;
grant usage on schema app to portal_app, portal_reader;

create or replace function app.tenant() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;

-- Set only for roles that may hold cases.
create or replace function app.actor() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.actor', true), '')::uuid;

create or replace function app.current_user_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.user', true), '')::uuid;

create or replace function app.role() returns text language sql stable parallel safe
    return coalesce(current_setting('app.role', true), '');

-- The handover that is answered from its printed sheet. Then there is no actor, user or role: what these open stays shut (sheet-walls.sql).
create or replace function app.sheet() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.sheet', true), '')::uuid;

-- The case whose person looks at it on their own page. Then there is no actor, user or role either (person-walls.sql).
create or replace function app.person_case() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.person_case', true), '')::uuid;

-- Whether somebody without an account asks: from a printed sheet, or as the person of a case. Tables of which everybody reads ask this alone of those who
-- have one, before anything about sheets and persons: each question more is one that every page sets up.
create or replace function app.is_guest() returns boolean language sql stable parallel safe
    return coalesce(current_setting('app.sheet', true), '') <> '' or coalesce(current_setting('app.person_case', true), '') <> '';

-- The portal's own clock, so that tests and the demo live at one time in both worlds.
create or replace function app.now() returns timestamptz language sql stable parallel safe
    return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

-- What is older than this has been kept for as long as the rule of reference data says; null where there is none, and then nothing is too old.
create or replace function app.kept_since(rule text) returns timestamptz language sql stable set search_path = public, pg_temp as $$
    select app.now() - case r.unit when 'Month' then make_interval(months => r.value) else make_interval(days => r.value) end
    from deadline_rule r where r.key = rule
      and (app.now() at time zone 'Europe/Berlin')::date between r.valid_from and coalesce(r.valid_to, 'infinity')
$$;

-- Fewer persons, or answers of persons, are nobody's business: Suppression.Fewest of the domain, where its source stands.
create or replace function app.fewest() returns int language sql immutable parallel safe return 5;

-- The last day on which what ended on that day is kept, by the rule of today (DeadlineRule.LastDay of the domain); null where there is none.
create or replace function app.last_day(rule text, ended date) returns date language sql stable set search_path = public, pg_temp as $$
    select case r.unit when 'FullYear' then make_date(extract(year from ended)::int + r.value, 12, 31)
        when 'Month' then (ended + make_interval(months => r.value))::date else ended + r.value end
    from deadline_rule r where r.key = rule
      and (app.now() at time zone 'Europe/Berlin')::date between r.valid_from and coalesce(r.valid_to, 'infinity')
$$;

-- The coordination and the clock see the path of every case of their municipality, never the person.
create or replace function app.steers() returns boolean language sql stable parallel safe
    return app.role() in ('Coordinator', 'Clock');

-- Functions with definer rights belong to portal_reader, which owns nothing else but reading.case_line and reading.name_key, signs in nowhere,
-- and is itself held by the tenant wall. Each carries the same predicate as the policies; Walls tests prove it.
create schema if not exists reading;
grant usage on schema reading to portal_app, portal_reader;
grant create on schema reading to portal_reader;
