-- Erasing takes the rows that numbers were counted from and changes no number that had settled: its table stands from then on as it was counted.
-- One that had not is counted without what was erased, as if it had never been.
set local role portal_counter;

-- Called by what erases a case or a tandem (Tenancy/Sql/erasing.sql, forgetting.sql), in its transaction; returns how many rows went. Waits for a
-- count that is in hand, which would otherwise write down anew what it has read before; one that comes now leaves the town to its next turn.
create or replace function counting.forget(town uuid, subject uuid) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told date;
    gone integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counting ' || town, 0));
    -- What has settled since the last count is not told yet.
    select c.today into told from indicator_raw.counted c where c.tenant_id = town;
    with month as (
        -- A consent counts with the case that is open, whose own months are here.
        select distinct f.fact, g::date as month, coalesce(counting.month_end(g::date) + counting.threshold('settled', told)::int <= told, false) as settled
        from indicator_raw.fact f
        cross join lateral generate_series(counting.month_of(f.day),
            counting.month_of(case when f.fact in ('open', 'tandem') then greatest(f.day, least(coalesce(f.until, told), told)) else f.day end), interval '1 month') g
        where f.tenant_id = town and f.subject_id = subject and f.fact <> 'consent'),
    stands as (insert into indicator_raw.standing select town, fact, month from month where settled on conflict do nothing)
    insert into indicator_raw.touched select town, fact, month from month where not settled on conflict do nothing;
    delete from indicator_raw.fact f where f.tenant_id = town and f.subject_id = subject;
    get diagnostics gone = row_count;
    -- The deleting itself has marked it; there is nothing left to count of it.
    delete from indicator_raw.dirty d where d.tenant_id = town and d.subject_id = subject;
    return gone;
end $$;
revoke execute on function counting.forget(uuid, uuid) from public;
grant execute on function counting.forget(uuid, uuid) to portal_reader;
reset role;
grant usage on schema counting to portal_reader;
