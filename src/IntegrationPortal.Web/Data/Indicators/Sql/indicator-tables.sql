-- What is published about municipalities, and the raw numbers behind it. Run by the owner at every migration, any number of times.
--   indicator      what may be published; portal_aggregate reads it, portal_counter writes it
--   indicator_raw  who is counted where, before anything is hidden; portal_counter only
--   counting       the functions by which the job has it counted; they belong to portal_counter
create schema if not exists indicator;
create schema if not exists indicator_raw;
create schema if not exists counting;
grant usage on schema indicator to portal_aggregate, portal_counter;
grant usage on schema indicator_raw to portal_counter;
grant usage on schema counting to portal_app, portal_counter;
grant create on schema counting to portal_counter;

-- The canonical text of a definition: whatever a number means. When it ended and how a name is translated is not part of that.
create or replace function indicator.canonical(code text, version int, valid_from date, name_de text, meaning_de text, formula text, unit text,
    kind text, direction text, source text, dimensions text[]) returns text language sql immutable parallel safe
    return code || E'\n' || version || E'\n' || to_char(valid_from, 'YYYY-MM-DD') || E'\n' || name_de || E'\n' || meaning_de || E'\n' || formula
        || E'\n' || unit || E'\n' || kind || E'\n' || direction || E'\n' || source || E'\n' || array_to_string(dimensions, ',');
create or replace function indicator.sha256_of(words text) returns text language sql immutable parallel safe
    return encode(sha256(convert_to(words, 'UTF8')), 'hex');

create table if not exists indicator.definition (
    code text not null check (code ~ '^[A-Z][A-Z0-9]{0,7}$'),
    version int not null check (version > 0),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    name_de text not null,
    name_en text not null,
    meaning_de text not null,
    meaning_en text not null,
    formula text not null,
    unit text not null check (unit in ('working_days', 'days', 'share', 'count', 'hours', 'score', 'persons')),
    kind text not null check (kind in ('count', 'sum', 'share', 'median', 'stock')),
    direction text not null check (direction in ('up', 'down', 'none')),
    source text not null check (source in ('portal', 'provider', 'context', 'survey', 'self_check')),
    -- computed from events, entered by people, or missing: not yet recorded, with the reason in the note; then no cells exist.
    supply text not null check (supply in ('computed', 'entered', 'missing')),
    source_note_de text check (supply <> 'missing' or source_note_de is not null),
    source_note_en text check ((source_note_en is null) = (source_note_de is null)),
    dimensions text[] not null,
    hash text generated always as (indicator.sha256_of(indicator.canonical(
        code, version, valid_from, name_de, meaning_de, formula, unit, kind, direction, source, dimensions))) stored,
    primary key (code, version));

-- The parts of the dimensions a number may be split by.
create table if not exists indicator.part (
    dimension text not null,
    part text not null,
    position int not null,
    name_de text not null,
    name_en text not null,
    primary key (dimension, part));

-- Below which numbers nothing is published.
create table if not exists indicator.threshold (
    key text not null,
    value numeric not null,
    meaning_de text not null,
    meaning_en text not null,
    source text not null,
    valid_from date not null,
    valid_to date,
    primary key (key, valid_from));

-- Keys that the official register has replaced, as the reference data have them.
create or replace view indicator.successor as select key as old_key, next_key as new_key, from_on as since, source from key_successor;

-- One published number. A share is amount of denominator, both counts; of all others the denominator is null.
create table if not exists indicator.cell (
    code text not null,
    version int not null,
    municipality_key text not null check (municipality_key ~ '^([0-9]{5}|[0-9]{8}|[0-9]{9})$'),
    month date not null check (extract(day from month) = 1),
    dimension text not null default '',
    part text not null default '',
    amount numeric,
    denominator numeric,
    -- shown; hidden: too few cases, which is never zero; none: nothing was supplied for the period.
    basis text not null check (basis in ('shown', 'hidden', 'none') and (basis = 'shown') = (amount is not null) and (amount is not null or denominator is null)),
    -- The month that was counted. Earlier than month where fewer persons came or went since than may be told.
    as_of date not null,
    published_at timestamptz not null,
    check ((dimension = '') = (part = '')),
    primary key (code, municipality_key, month, dimension, part, version));
-- Pages always ask for indicators and municipalities, which is the key. An index by month beside it was taken for questions about many
-- months, and searched once for each of them.
drop index if exists indicator.ix_cell_month;

grant select on indicator.definition, indicator.part, indicator.threshold, indicator.successor, indicator.cell, indicator.target to portal_aggregate;
grant usage on schema public to portal_aggregate;
grant select on municipality, municipal_association, district, federal_state to portal_aggregate;
grant select on indicator.definition, indicator.part, indicator.threshold, indicator.successor to portal_counter;
grant select, insert, update, delete on indicator.cell to portal_counter;

-- What a number means does not change behind its back: a change is a new version, and both lines stay.
create or replace function indicator.keep_meaning() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.hash is distinct from old.hash and exists (select from indicator.cell c where c.code = old.code and c.version = old.version) then
        raise exception 'Definition % version % has published numbers: give the change a new version.', old.code, old.version;
    end if;
    return new;
end $$;
create or replace trigger keep_meaning after update on indicator.definition for each row execute function indicator.keep_meaning();
