namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Cases that went their way at random, as rows and as this test knows them.</summary>
public sealed class RandomProcess(CountingRoom room, Guid town, Random random)
{
    private static readonly string[] Decided = ["Accepted", "Arrived", "Completed", "Declined", "Expired", "Sent", "Withdrawn"];
    private static readonly string[] Reasons = ["NoCapacity", "NotResponsible", "Duplicate"];

    private readonly Guid[] _actors = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    public static readonly string[] Kinds = ["jobcenter", "immigration_authority", "language_school"];

    public List<StepRow> Steps { get; } = [];

    public List<HandoverRow> Handovers { get; } = [];

    public List<EventRow> Events { get; } = [];

    /// <summary>Steps mostly in their order, sometimes one left out, begun too early, opened again or blocked; and a handover or two.</summary>
    public async Task HappenAsync(int cases, IReadOnlyList<string> keys, DateOnly from, int days)
    {
        var (steps, handovers, events) = (new List<StepRow>(), new List<HandoverRow>(), new List<EventRow>());
        for (var i = 0; i < cases; i++)
        {
            var path = Guid.CreateVersion7();
            var day = from.AddDays(random.Next(days));
            for (var place = random.Next(4) == 0 ? 1 : 0; place < keys.Count && random.Next(8) > 0; place++)
            {
                if (random.Next(7) == 0)
                    continue;
                var begun = random.Next(9) == 0 ? day.AddDays(-random.Next(20)) : day;
                DateOnly? ended = random.Next(6) == 0 ? null : begun.AddDays(random.Next(25));
                var step = new StepRow(path, Guid.CreateVersion7(), keys[place], place, ended is null ? "Active" : "Done", begun, ended, begun.AddDays(random.Next(5, 30)));
                steps.Add(step);
                if (random.Next(6) == 0)
                    events.Add(new EventRow(path, step.Id, null, "StepReopened", null, begun.AddDays(5)));
                if (random.Next(5) == 0)
                    events.Add(new EventRow(path, step.Id, null, "StepBlocked", random.Next(3) == 0 ? "NoAppointment" : "NoCoursePlace", begun.AddDays(2)));
                if (random.Next(3) == 0)
                {
                    var state = Decided[random.Next(Decided.Length)];
                    var accepted = state is "Accepted" or "Arrived" or "Completed" ? begun.AddDays(random.Next(12)) : (DateOnly?)null;
                    var handover = new HandoverRow(
                        path, Guid.CreateVersion7(), step.Id, random.Next(3), random.Next(3), state, begun, accepted, state is "Arrived" or "Completed" ? accepted!.Value.AddDays(random.Next(15)) : null,
                        state == "Declined" ? Reasons[random.Next(3)] : null);
                    handovers.Add(handover);
                    if (random.Next(3) == 0)
                        events.Add(new EventRow(path, null, handover.Id, "ClarificationRequested", null, begun.AddDays(1)));
                }

                day = (ended ?? begun).AddDays(random.Next(14));
            }
        }

        await AddAsync(steps, handovers, events);
    }

    /// <summary>As rows of the database, without the walls and the keys to what this test does not need.</summary>
    public async Task AddAsync(List<StepRow> steps, List<HandoverRow> handovers, List<EventRow> events)
    {
        await room.RunAsync("set session_replication_role = replica");
        if (Steps.Count == 0)
            await room.RunAsync("insert into actor (tenant_id, id, kind, name, is_open) select $1, id, kind, kind, true from unnest($2, $3) a (id, kind)", town, _actors, Kinds);
        await room.RunAsync("""
            insert into case_step (tenant_id, case_id, id, position, template_key, stage_de, title_de, responsible_kind, responsible_actor_id, expected_working_days, deadline_kind, state,
                stands_in, is_current, is_irrevocable, started_on, ended_on, due_on)
            select $1, case_id, id, place, key, '', '', 'jobcenter', $2, 5, 'Target', state, false, false, false, begun, ended, due
            from unnest($3, $4, $5, $6, $7, $8::date[], $9::date[], $10::date[]) s (case_id, id, place, key, state, begun, ended, due)
            """, town, _actors[0], Of(steps, s => s.CaseId), Of(steps, s => s.Id), Of(steps, s => s.Place), Of(steps, s => s.Key), Of(steps, s => s.State), Of(steps, s => s.Begun), Of(steps, s => s.Ended), Of(steps, s => s.Due));
        await room.RunAsync("""
            insert into handover (tenant_id, id, case_id, kind, state, from_actor_id, to_actor_id, categories, sent_at, sent_by_user_id, previous_lead_actor_id, changed_at, used_days, alarm,
                clock_answer_by, clock_remind_on, clock_return_on, clock_since, accepted_at, arrived_at, decline_reason)
            select $1, id, case_id, 'Referral', state, sender, receiver, 0, sent, sender, sender, sent, 0, 'None', sent::date, sent::date, sent::date, sent::date, accepted, arrived, reason
            from unnest($2, $3, $4, $5, $6, $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::text[]) h (id, case_id, state, sender, receiver, sent, accepted, arrived, reason)
            """, town, Of(handovers, h => h.Id), Of(handovers, h => h.CaseId), Of(handovers, h => h.State), Of(handovers, h => _actors[h.From]), Of(handovers, h => _actors[h.To]),
            Of(handovers, h => At(h.Sent)), Of(handovers, h => At(h.Accepted)), Of(handovers, h => At(h.Arrived)), Of(handovers, h => h.Reason));
        await room.RunAsync("""
            insert into handover_step (tenant_id, handover_id, step_id, case_id, previous_actor_id, previous_stood_in, runs_from_event, title_de)
            select $1, handover_id, step_id, case_id, $5, false, false, '' from unnest($2, $3, $4) h (handover_id, step_id, case_id)
            """, town, Of(handovers, h => h.Id), Of(handovers, h => h.StepId), Of(handovers, h => h.CaseId), _actors[0]);
        await room.RunAsync("""
            insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, step_id, handover_id, reason)
            select $1, case_id, gen_random_uuid(), 0, kind, happened, happened, step_id, handover_id, reason
            from unnest($2, $3::uuid[], $4::uuid[], $5, $6::text[], $7::timestamptz[]) e (case_id, step_id, handover_id, kind, reason, happened)
            """, town, Of(events, e => e.CaseId), Of(events, e => e.StepId), Of(events, e => e.HandoverId), Of(events, e => e.Kind), Of(events, e => e.Reason), Of(events, e => At(e.Day)));
        await room.RunAsync("set session_replication_role = origin");
        Steps.AddRange(steps);
        Handovers.AddRange(handovers);
        Events.AddRange(events);
    }

    private static T[] Of<TRow, T>(List<TRow> rows, Func<TRow, T> value) => [.. rows.Select(value)];

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(10, 0), TimeSpan.Zero);

    private static DateTimeOffset? At(DateOnly? day) => day is { } known ? At(known) : null;
}

public sealed record StepRow(Guid CaseId, Guid Id, string Key, int Place, string State, DateOnly Begun, DateOnly? Ended, DateOnly Due);

public sealed record HandoverRow(Guid CaseId, Guid Id, Guid StepId, int From, int To, string State, DateOnly Sent, DateOnly? Accepted, DateOnly? Arrived, string? Reason);

public sealed record EventRow(Guid CaseId, Guid? StepId, Guid? HandoverId, string Kind, string? Reason, DateOnly Day);
