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

-- May the acting actor write a row of this category into this case? While it opens a case it does not take part yet.
create or replace function reading.may_write(of_case uuid, category integer) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from participation p
            where p.tenant_id = (select app.tenant()) and p.case_id = of_case and p.actor_id = (select app.actor())
              and p.is_active and (p.until is null or p.until > (select app.now()))
              and (category = 0 or (p.categories & category) <> 0))
        or exists (select from case_path c
            where c.tenant_id = (select app.tenant()) and c.id = of_case
              and ((category = 0 and (select app.steers()))
                or (c.opened_by_actor_id = (select app.actor()) and not exists (select from participation p
                    where p.tenant_id = c.tenant_id and p.case_id = c.id and p.actor_id = (select app.actor())))))
$$;

-- The most an actor may ever be given in a case: all of it when it opened the case, else what was handed over to it.
create or replace function reading.most_for(of_case uuid, actor uuid) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select 511 from case_path c
            where c.tenant_id = (select app.tenant()) and c.id = of_case and c.opened_by_actor_id = actor), 0)
        | coalesce((select bit_or(h.categories) from handover h
            where h.tenant_id = (select app.tenant()) and h.case_id = of_case and h.to_actor_id = actor
              and h.state not in ('Declined', 'Withdrawn', 'Expired')), 0)
$$;

-- Break-glass: the coordination, for itself, for 24 hours at most.
create or replace function reading.is_emergency(actor uuid, until timestamptz) returns boolean
    language sql stable set search_path = public, pg_temp as $$
    select app.role() = 'Coordinator' and actor = app.actor() and until is not null and until <= app.now() + interval '24 hours'
$$;

-- Is the acting actor one of the two sides of this handover? After a withdrawal the receiver is not.
create or replace function reading.is_side(of_handover uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from handover h
        where h.tenant_id = (select app.tenant()) and h.id = of_handover
          and (h.from_actor_id = (select app.actor())
            or (h.to_actor_id = (select app.actor()) and h.state not in ('Withdrawn', 'Expired'))))
$$;

-- Cases of the acting actor whose person answers to every word, in any spelling. Operators that are not leakproof
-- cannot use their index underneath a policy; here they can, with the policy's predicate written out.
create or replace function reading.find_cases(words text[], most integer) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    with longest as (select w from unnest(words) w order by length(w) desc limit 1)
    select distinct n.case_id
    from person n
    join participation p on p.tenant_id = n.tenant_id and p.case_id = n.case_id and p.actor_id = (select app.actor())
        and p.is_active and (p.until is null or p.until > (select app.now())) and (p.categories & 1) <> 0
    where n.tenant_id = (select app.tenant())
      and (n.search_form like '%' || (select w from longest) || '%' or n.sounds_like && app.sounds((select w from longest)))
      and not exists (select from unnest(words) w
        where not (n.search_form like '%' || w || '%' or n.sounds_like && app.sounds(w)))
    limit most
$$;

revoke execute on all functions in schema reading from public;
grant execute on all functions in schema reading to portal_app, portal_owner;
reset role;
