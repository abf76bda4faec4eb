-- What of the counts may be told. The rule and why it holds: docs/adr/0014-figures-nobody-is-found-in.md.
set local role portal_counter;

create or replace function counting.threshold(name text, on_day date) returns numeric language sql stable
    return (select value from indicator.threshold t where t.key = name and on_day between t.valid_from and coalesce(t.valid_to, 'infinity'));

-- Is this number by itself about enough persons, and not mostly about one actor's?
create or replace function counting.is_fit(kind text, about text, persons int, hit_persons int, miss_persons int, n int, top numeric, fewest int, rate int, dominance numeric)
    returns boolean language sql immutable
    return coalesce(persons >= fewest and (about = 'actors' or (top <= dominance
        and (kind <> 'share' or (n >= rate and hit_persons >= fewest and miss_persons >= fewest)))), false);

-- May a number change from the one before? Whatever changes to the eye changes by a group: the difference is a number too.
create or replace function counting.by_a_group(change numeric, persons int, fewest int) returns boolean language sql immutable
    return coalesce(change, 0) = 0 or abs(persons) >= fewest;

-- Which parts of a row with a total are hidden: those that are too small, and so many more, the smallest first and all of one size
-- together, that what the total tells of the hidden ones is again a group in each of its numbers, also for whoever knows one of them.
-- The same as Domain/Analysis/Suppression.cs, for several numbers of the same parts at once.
--   persons: of each part, by which the smallest is found;  numbers: for each number that is told the persons of each part
create or replace function counting.hide(fewest int, persons int[], numbers int[][], too_small boolean[]) returns boolean[] language plpgsql immutable set search_path = public, pg_temp as $$
declare
    hidden boolean[] := too_small;
    parts constant int := cardinality(persons);
    smallest int;
    held boolean;
begin
    while true = any (hidden) loop
        select bool_and(g.total - g.largest >= fewest and g.sizes > 1) into held
        from (select sum(numbers[k][p]) as total, max(numbers[k][p]) as largest, count(distinct numbers[k][p]) as sizes
            from generate_series(1, array_length(numbers, 1)) k, generate_series(1, parts) p where hidden[p] group by k) g;
        exit when held;
        if not (false = any (hidden)) then
            return hidden;
        end if;
        select min(persons[p]) into smallest from generate_series(1, parts) p where not hidden[p];
        for p in 1..parts loop
            hidden[p] := hidden[p] or persons[p] = smallest;
        end loop;
    end loop;
    return hidden;
end $$;

reset role;
