-- How names are found. Oleksandr, Aleksandr and Alexander sound alike, and so do Mohammed and Muhammad (Daitch-Mokotoff,
-- fuzzystrmatch); the codes of every word of every spelling, so that the order of words does not matter.
create or replace function app.sounds(names text) returns text[]
    language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct code), '{}') from regexp_split_to_table(names, '[^A-Za-z]+') word, unnest(daitch_mokotoff(word)) code
$$;
alter table person add column if not exists sounds_like text[] generated always as (app.sounds(search_form)) stored;

-- Indexes behind reading.find_cases. The tenant leads, so that one municipality's search never walks another's names.
create index if not exists ix_person_search_form on person using gin (tenant_id, search_form gin_trgm_ops);
create index if not exists ix_person_sounds_like on person using gin (tenant_id, sounds_like);
