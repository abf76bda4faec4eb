-- How things ended: steps of a template that have results, and goals of tandems. Each fact is an answer out of a fixed list; the share
-- counts one of them, the split by result all.
create table if not exists indicator_raw.result_rule (
    code text primary key,
    -- The step whose result it is, by its key in the template; none for what is no step.
    step text,
    -- The result that the share counts.
    hit text not null);
grant select on indicator_raw.result_rule to portal_counter;

set local role portal_counter;

-- Dimensions whose parts are answers of the fact itself and not attributes of the person: together they are the total, or its numerator.
create or replace function counting.is_answer(dim text) returns boolean language sql immutable parallel safe
    return dim in ('decline_reason', 'kind_of_work', 'recognition_result', 'goal_result');
create or replace function counting.is_result(dim text) returns boolean language sql immutable parallel safe
    return dim in ('recognition_result', 'goal_result');

-- Called by counting.read_facts for what is in hand. A step that was finished before it had results has none and is not counted.
create or replace procedure counting.read_results(town uuid) language plpgsql set search_path = public, pg_temp as $$
begin
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, reason, hits)
    select town, s.case_id, r.code, s.ended_on, s.ended_on, s.responsible_actor_id, s.result, array[s.result = r.hit]
    from indicator_raw.working w
    join case_step s on s.tenant_id = w.tenant_id and s.case_id = w.subject_id
    join indicator_raw.result_rule r on r.step = s.template_key
    where w.tenant_id = town and s.tenant_id = town and s.state = 'Done' and s.result is not null;

    -- A goal counts once, when its tandem has ended; what nobody knows counts nowhere.
    insert into indicator_raw.fresh (tenant_id, subject_id, fact, day, counts_from, actor_id, reason, hits)
    select town, t.id, 'goal', t.ended_on, t.ended_on, t.actor_id, g.result, array[g.result = r.hit]
    from indicator_raw.working w
    join tandem t on t.tenant_id = w.tenant_id and t.id = w.subject_id
    join indicator_raw.result_rule r on r.code = 'G1'
    cross join lateral unnest(t.goal_results) as g (result)
    where w.tenant_id = town and t.tenant_id = town and t.ended_on is not null and g.result <> 'Unknown';
end $$;

-- Which parts of a split by result are hidden. What the share counts is told with the total and so is no secret; the others are together
-- the rest, which the total tells too, and hide each other.
create or replace function counting.hide_results(fewest int, persons int[], too_small boolean[], hit int) returns boolean[] language plpgsql immutable set search_path = public, pg_temp as $$
declare
    sizes int[] := persons;
    rest int[] := persons;
    small boolean[] := too_small;
    hidden boolean[];
begin
    -- Never the smallest, so that it is taken last and in vain.
    sizes[hit] := 2147483647;
    rest[hit] := 0;
    small[hit] := false;
    hidden := counting.hide(fewest, sizes, array[rest], small);
    hidden[hit] := false;
    return hidden;
end $$;

reset role;
