-- The real process of a municipality in numbers: what may be told stands in schema indicator, what it was counted from in indicator_raw
-- (docs/adr/0023-a-process-in-numbers-of-groups.md). Run by the owner at every migration, any number of times.
--   kind    a, b                                n: rounded to fives          share: percent, rounded to fives    days, most
--   step    step                                cases that began it                                             from its begin to its end
--   edge    step or '' (the beginning), step    cases that went this way                                        from the end of the one to the begin of the other
--   block   step, reason                        cases
--   sent    sender's kind, receiver's kind      handovers
--   accept  sender's kind, receiver's kind                                                                      from sending to accepting
--   arrive  sender's kind, receiver's kind                                                                      from accepting to arriving
--   asked, declined, expired   the same kinds                               of those answered or over
--   reason  '', reason                          declined for it
--   order   step, the next of the template                                  of cases that began both: in this order
--   once    step                                                            of cases that ended it: never opened again
--   time    step                                                            of cases that ended it or should have: in time
create table if not exists indicator.process_cell (
    municipality_key text not null check (municipality_key ~ '^([0-9]{5}|[0-9]{8}|[0-9]{9})$'),
    template_key text not null,
    kind text not null check (kind in ('step', 'edge', 'block', 'sent', 'accept', 'arrive', 'asked', 'declined', 'expired', 'reason', 'order', 'once', 'time')),
    a text not null,
    b text not null,
    -- few_hits, few_misses: of a share one side is too small to be told, none included.
    basis text not null check (basis in ('shown', 'few_hits', 'few_misses')),
    n int check ((n is not null) = (kind in ('step', 'edge', 'block', 'sent', 'reason')) and n % 5 = 0),
    share int check ((share is not null) = (basis = 'shown' and kind in ('asked', 'declined', 'expired', 'order', 'once', 'time')) and share % 5 = 0),
    -- Working days: of half of them not more than days, of nine in ten not more than most.
    days numeric,
    most numeric,
    -- The months that were counted, from the first day to the last.
    since date not null,
    until date not null,
    primary key (municipality_key, template_key, kind, a, b));

-- Up to which day a municipality was counted last; so a page tells "nothing happened often enough" from "not counted yet".
create table if not exists indicator.process_run (municipality_key text primary key, since date not null, until date not null, counted_at timestamptz not null);
grant select on indicator.process_cell, indicator.process_run to portal_aggregate;
grant select, insert, update, delete on indicator.process_cell, indicator.process_run to portal_counter;

create unlogged table if not exists indicator_raw.process_count (
    tenant_id uuid not null,
    template_key text not null,
    kind text not null,
    a text not null,
    b text not null,
    persons int not null,
    hit_persons int,
    miss_persons int,
    n int not null,
    hits int,
    days numeric,
    most numeric,
    hidden boolean not null default false,
    primary key (tenant_id, template_key, kind, a, b));
-- How many persons stood behind what was told, so that the next number can be held against it.
create table if not exists indicator_raw.process_told (
    tenant_id uuid not null,
    template_key text not null,
    kind text not null,
    a text not null,
    b text not null,
    persons int not null,
    hit_persons int,
    miss_persons int,
    primary key (tenant_id, template_key, kind, a, b));
grant select, insert, update, delete on indicator_raw.process_count, indicator_raw.process_told to portal_counter;
