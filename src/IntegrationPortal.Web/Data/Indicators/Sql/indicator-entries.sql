-- From entered numbers to published ones: the latest entry stands, held to the same rule. Official statistics are public already, and
-- numbers about offices (self-checks, formats) are about no person.
set local role portal_counter;

create or replace function counting.refresh_entries() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    at constant timestamptz := app.now();
    today constant date := counting.day_of(at);
    fewest constant numeric := counting.threshold('fewest', today);
    e record;
    old indicator_raw.told_entry;
    fit boolean;
    follows boolean;
    told int := 0;
begin
    if not exists (select from indicator_raw.dirty_entry) then
        return 0;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('counting entries', 0));
    for e in
        with taken as (delete from indicator_raw.dirty_entry returning municipality_key, code, month),
        latest as (
            select distinct on (i.municipality_key, i.code, i.month, i.part) i.*
            from (select distinct * from taken) t join public.indicator_entry i using (municipality_key, code, month)
            order by i.municipality_key, i.code, i.month, i.part, i.recorded_at desc, i.id desc)
        select l.*, d.kind, d.source, case when l.part = '' then '' else coalesce(d.dimensions[1], '') end as dimension
        from latest l join indicator.definition d on d.code = l.code and d.version = l.version
    loop
        select * into old from indicator_raw.told_entry x where x.municipality_key = e.municipality_key and x.code = e.code and x.month = e.month and x.part = e.part;
        fit := e.source in ('context', 'self_check')
            or (e.kind = 'share' and e.denominator >= counting.threshold('rate-denominator', today) and e.amount >= fewest and e.denominator - e.amount >= fewest)
            or (e.kind <> 'share' and coalesce(e.denominator, e.amount) >= fewest);
        follows := old.amount is null or e.source in ('context', 'self_check')
            or (e.kind = 'share' and (e.amount = old.amount or abs(e.amount - old.amount) >= fewest)
                and (e.denominator - e.amount = old.denominator - old.amount or abs(e.denominator - e.amount - old.denominator + old.amount) >= fewest))
            or (e.kind <> 'share' and (e.amount = old.amount or abs(coalesce(e.denominator, e.amount) - coalesce(old.denominator, old.amount)) >= fewest));
        continue when e.amount is not null and old.amount is not null and not (fit and follows);
        fit := fit and e.amount is not null;
        insert into indicator.cell values (e.code, e.version, e.municipality_key, e.month, e.dimension, e.part, case when fit then e.amount end,
            case when fit and e.kind = 'share' then e.denominator end, case when e.amount is null then 'none' when fit then 'shown' else 'hidden' end, e.month, at)
        on conflict on constraint cell_pkey do update set
            amount = excluded.amount, denominator = excluded.denominator, basis = excluded.basis, as_of = excluded.as_of, published_at = excluded.published_at;
        if fit then
            insert into indicator_raw.told_entry values (e.municipality_key, e.code, e.month, e.part, e.amount, e.denominator)
            on conflict on constraint told_entry_pkey do update set amount = excluded.amount, denominator = excluded.denominator;
        end if;
        told := told + 1;
    end loop;
    return told;
end $$;

revoke execute on all functions in schema counting from public;
revoke execute on all procedures in schema counting from public;
grant execute on function counting.waiting(), counting.refresh(uuid), counting.refresh_entries(), counting.without_days(),
    counting.learn_days(uuid, date, boolean[]) to portal_app, portal_owner;
-- The owner makes the triggers that call these.
grant execute on function counting.mark_cases(), counting.mark_tandems(), counting.mark_meetings(), counting.mark_entries() to portal_owner;
reset role;
