-- Who is counted where, before anything is hidden: read and written by portal_counter only.
-- A fact is one thing that happened to one case or tandem; a count is what a table says before hiding; published is the count as it
-- stood when its table was last published, so that the next publication can be held against it.
create table if not exists indicator_raw.rule (
    code text primary key,
    fact text not null,
    -- Which of the answers of a fact is the numerator; none for a median, sum or stock.
    hit int,
    -- Shares of one family have the same denominator, so what hides one hides all.
    family text,
    about text not null check (about in ('persons', 'actors')),
    -- From one step of a template to another, by its key.
    from_step text, from_moment text, to_step text, to_moment text, month_of text, within_days int);
create table if not exists indicator_raw.status_group (code text primary key, part text not null);

create table if not exists indicator_raw.fact (
    tenant_id uuid not null,
    subject_id uuid not null,
    fact text not null,
    -- The day that decides the month; of a stock the first day.
    day date not null,
    -- Of a stock the day on which it is over.
    until date,
    -- Nothing is known of it before this day.
    counts_from date not null,
    actor_id uuid,
    other_actor_id uuid,
    age_band text,
    status_group text,
    reason text,
    hits boolean[],
    amount numeric);
-- A later column; what was counted without it is counted anew.
do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'indicator_raw' and table_name = 'fact' and column_name = 'sex') then
        alter table indicator_raw.fact add sex text;
        if to_regclass('indicator_raw.dirty') is not null then
            insert into indicator_raw.dirty select distinct tenant_id, subject_id from indicator_raw.fact;
        end if;
    end if;
end $$;
create index if not exists ix_fact_subject on indicator_raw.fact (tenant_id, subject_id);
create index if not exists ix_fact_month on indicator_raw.fact (tenant_id, fact, day);
create index if not exists ix_fact_day on indicator_raw.fact (tenant_id, counts_from);

create table if not exists indicator_raw.count (
    tenant_id uuid not null,
    code text not null,
    month date not null,
    dimension text not null,
    part text not null,
    -- Cases or tandems behind it; with a hit; with a miss. One that stands in several parts is counted in one.
    persons int not null,
    hit_persons int not null,
    miss_persons int not null,
    n int not null,
    n_hit int not null,
    amount numeric,
    -- Share of the persons that the largest actor supplies.
    top numeric not null,
    primary key (tenant_id, code, month, dimension, part));

create table if not exists indicator_raw.published (
    tenant_id uuid not null,
    code text not null,
    month date not null,
    dimension text not null,
    part text not null,
    persons int not null,
    hit_persons int not null,
    miss_persons int not null,
    n int not null,
    n_hit int not null,
    amount numeric,
    shown boolean not null,
    as_of date not null,
    primary key (tenant_id, code, month, dimension, part));

-- Working days of a municipality: how many there were up to each day, from the calendars of the portal.
create table if not exists indicator_raw.working_day (tenant_id uuid not null, day date not null, ordinal int not null, worked boolean not null, primary key (tenant_id, day));
create unique index if not exists ix_working_day_ordinal on indicator_raw.working_day (tenant_id, ordinal) where worked;

-- Cases and tandems of which something was written since they were counted last; one row for each time.
create table if not exists indicator_raw.dirty (tenant_id uuid not null, subject_id uuid not null);
create index if not exists ix_dirty on indicator_raw.dirty (tenant_id);
create table if not exists indicator_raw.dirty_entry (municipality_key text not null, code text not null, month date not null);
create table if not exists indicator_raw.told_entry (
    municipality_key text not null, code text not null, month date not null, part text not null, amount numeric not null, denominator numeric,
    primary key (municipality_key, code, month, part));
-- The day up to which a municipality was counted: a new day brings what becomes due.
create table if not exists indicator_raw.counted (tenant_id uuid primary key, today date not null, first_month date not null);
-- What the run at work has in hand; one run at a time in a municipality.
create unlogged table if not exists indicator_raw.working (tenant_id uuid not null, subject_id uuid not null, primary key (tenant_id, subject_id));
create unlogged table if not exists indicator_raw.fresh (like indicator_raw.fact);
alter table indicator_raw.fresh add if not exists sex text;
create unlogged table if not exists indicator_raw.touched (tenant_id uuid not null, fact text not null, month date not null, primary key (tenant_id, fact, month));
-- Tables of which something was erased after they had settled: what they say stands (counting.forget).
create table if not exists indicator_raw.standing (tenant_id uuid not null, fact text not null, month date not null, primary key (tenant_id, fact, month));

grant select, insert, update, delete on all tables in schema indicator_raw to portal_counter;
