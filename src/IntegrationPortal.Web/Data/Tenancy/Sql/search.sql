-- How names are found. Oleksandr, Aleksandr and Alexander sound alike, and so do Mohammed and Muhammad (Daitch-Mokotoff,
-- fuzzystrmatch). The words of a name: also without an article grown onto them, so that Hassan and Alhassan find each other.
create or replace function app.name_words(names text) returns setof text
    language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select distinct w from regexp_split_to_table(names, ' ') word,
        lateral (values (word), (regexp_replace(word, '^(ABDUL|ABDEL|ABD|ABU|AL|EL|UL)(?=[A-Z]{3})', ''))) form (w) where w <> ''
$$;
create or replace function app.sounds(names text) returns text[]
    language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct code), '{}') from app.name_words(names) word, regexp_split_to_table(word, '[^A-Za-z]+') part, unnest(daitch_mokotoff(part)) code
$$;

-- What a name is found by: each word of each spelling, and each sound ("#" and its code). In one order with the tenant first: a search
-- reads from the beginning until it has enough, and of a rare name no more than there is.
create or replace function app.name_keys(names text) returns setof text
    language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select app.name_words(names) union select '#' || unnest(app.sounds(names))
$$;

-- Belongs to portal_reader, and nobody else may do anything with it: only reading.find_cases and reading.find_twins look at it, which ask
-- for tenant and participation themselves. Names of cases that were there before are written down when the table is made.
do $$
begin
    if to_regclass('reading.name_key') is null then
        set local role portal_reader;
        create table reading.name_key (tenant_id uuid not null, key text collate "C" not null, case_id uuid not null, person_id uuid not null,
            primary key (tenant_id, key, case_id, person_id));
        create index ix_name_key_person on reading.name_key (tenant_id, case_id, person_id, key);
        grant insert on reading.name_key to portal_owner;
        reset role;
        alter table person no force row level security;
        insert into reading.name_key select tenant_id, k, case_id, id from person cross join lateral app.name_keys(search_form) k;
        alter table person force row level security;
        set local role portal_reader;
        revoke insert on reading.name_key from portal_owner;
        reset role;
    end if;
end $$;
alter table person drop column if exists sounds_like;
drop index if exists ix_person_search_form;

set local role portal_reader;
create or replace function reading.note_name() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op <> 'INSERT' then
        delete from reading.name_key where tenant_id = old.tenant_id and case_id = old.case_id and person_id = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into reading.name_key select new.tenant_id, k, new.case_id, new.id from app.name_keys(new.search_form) k;
    end if;
    return null;
end $$;
revoke execute on function reading.note_name() from public;
grant execute on function reading.note_name() to portal_owner;
reset role;
drop trigger if exists named on person;
create trigger named after insert or delete or update of search_form on person for each row execute function reading.note_name();

-- Do two birth dates, as they are stored, say the same as far as both know? Nothing contradicts nothing, and a year or a 1 January no day of that year.
-- The domain asks the same of rows of a table (SamePerson.cs).
create or replace function app.births_agree(one text, other text) returns boolean language sql immutable parallel safe
    return coalesce(one, '') = '' or coalesce(other, '') = '' or one = other
        or (left(one, 4) = left(other, 4) and (length(one) = 4 or length(other) = 4 or one like '%-01-01' or other like '%-01-01'
            or (left(one, 7) = left(other, 7) and (length(one) = 7 or length(other) = 7))));
create index if not exists ix_person_born on person (tenant_id, born) where born is not null;
