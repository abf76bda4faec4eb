using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Counting only what has changed gives what counting everything gives, whatever happens in which order.</summary>
public sealed class IncrementalTests(PortalHost host)
{
    private static readonly string[] Kinds = ["HandoverSent", "HandoverAccepted", "HandoverDeclined", "ClarificationRequested", "HandoverWithdrawn", "HandoverExpired"];

    private static readonly (string Kind, string Code)[] Codes =
    [
        ("CourseEntitlement", "integration_course"), ("CourseStart", "integration_course"), ("CourseEntitlement", "vocational_course"), ("CourseStart", "vocational_course"),
        ("Benefit", "asylblg_basic"), ("Benefit", "none"), ("Benefit", "sgb2"), ("Benefit", "sgb12"), ("Employment", "insured"), ("Employment", "training"), ("Employment", "none"),
    ];

    [Fact]
    public async Task After_random_histories_with_late_entries_and_forgotten_cases_the_counts_are_those_of_a_full_count()
    {
        await using var room = await CountingRoom.OpenAsync(host, "incremental");
        var start = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        await DemoData.LoadAsync(room.Database.Owner, new FixedClock(start), new DemoSize(60, 0, 0), TestContext.Current.CancellationToken);
        var town = room.Towns.Single(t => t.Key == "05114000").Id;
        var random = new Random(42);
        var (now, turns) = (start, 0);
        for (var round = 0; round < 12; round++)
        {
            now = now.AddHours(random.Next(1, 240));
            for (var deed = 0; deed < 6; deed++)
                await HappenAsync(room, town, now, random);
            await WithdrawAsync(room, town, now, round);
            turns += await room.RefreshAsync(town, now);
            // Half of the time compare in between, so that an error does not heal by chance.
            if (round % 2 == 1)
                await CompareAsync(room, town, now);
        }

        Assert.True(turns > 20);
        Assert.Equal(["G1", "R2", "W2"], await room.ListAsync("select distinct code from indicator_raw.count where tenant_id = $1 and code in ('G1', 'R2', 'W2') order by 1", r => r.GetString(0), town));
    }

    /// <summary>The person withdraws a consent, and has said so some weeks ago.</summary>
    private static Task<int> WithdrawAsync(CountingRoom room, Guid town, DateTimeOffset now, int round) => room.RunAsync("""
        with withdrawn as (update consent set withdrawn_on = greatest(given_on, $3), withdrawn_at = $4, withdrawn_as = 'Spoken', withdrawal_language = 'de',
                withdrawn_by_user_id = recorded_by_user_id, withdrawn_by_actor_id = recorded_by_actor_id
            where tenant_id = $1 and id = (select id from consent where tenant_id = $1 and withdrawn_at is null order by until desc, id offset $2 limit 1)
            returning tenant_id, case_id)
        insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at)
        select tenant_id, case_id, gen_random_uuid(), 0, 'ConsentWithdrawn', $4, $4 from withdrawn
        """, town, round, DateOnly.FromDateTime(now.AddDays(-20 * round).UtcDateTime), now);

    private static async Task HappenAsync(CountingRoom room, Guid town, DateTimeOffset now, Random random)
    {
        // Happened long before it is written down, and not in order.
        var happened = now.AddDays(-random.Next(0, 200)).AddMinutes(-random.Next(600));
        switch (random.Next(16))
        {
            case 0:
                // A case is forgotten.
                await room.RunAsync("delete from case_event where case_id = (select id from case_path where tenant_id = $1 order by id offset $2 limit 1)", town, random.Next(60));
                break;
            case 1:
                await room.RunAsync("update tandem set ended_on = trial_since + $2, goal_results = (array['Reached', 'Partly', 'NotReached', 'Changed', 'Unknown'])[$4:$5] where tenant_id = $1 and id = (select id from tandem where tenant_id = $1 and trial_since is not null order by id offset $3 limit 1)", town, random.Next(20, 300), random.Next(8), random.Next(1, 4), random.Next(3, 6));
                break;
            case 2:
                await room.RunAsync("delete from session_version using mentoring_session s where s.id = session_id and s.id in (select id from mentoring_session where tenant_id = $1 order by id offset $2 limit 3)", town, random.Next(20));
                await room.RunAsync("update mentoring_session set quarter_hours = quarter_hours + 1 where id in (select id from mentoring_session where tenant_id = $1 order by id offset $2 limit 3)", town, random.Next(20));
                break;
            case 3:
                // A step changes, and its event says so.
                await room.RunAsync("""
                    with step as (update case_step set state = 'Done', started_on = coalesce(started_on, $3), ended_on = $3
                        where tenant_id = $1 and (case_id, id) = (select case_id, id from case_step where tenant_id = $1 and state in ('Active', 'Blocked', 'Planned') order by id offset $2 limit 1)
                        returning tenant_id, case_id, id)
                    insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, step_id)
                    select tenant_id, case_id, gen_random_uuid(), 0, 'StepFinished', $4, $4, id from step
                    """, town, random.Next(20), DateOnly.FromDateTime(now.UtcDateTime), now);
                break;
            case 4:
            case 5:
                // A decision or a training ends with a result, or another one than was written down before.
                await room.RunAsync("""
                    with step as (update case_step set state = 'Done', started_on = coalesce(started_on, $3), ended_on = $3,
                            result = (array['full', 'partial', 'negative', 'passed', 'ended_early', null])[$5]
                        where tenant_id = $1 and (case_id, id) = (select case_id, id from case_step where tenant_id = $1 and template_key in ('T4.6', 'T5.7') order by id offset $2 limit 1)
                        returning tenant_id, case_id, id)
                    insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, step_id)
                    select tenant_id, case_id, gen_random_uuid(), 0, 'StepFinished', $4, $4, id from step
                    """, town, random.Next(10), DateOnly.FromDateTime(happened.UtcDateTime), now, random.Next(1, 7));
                break;
            case 6 or 7 or 8:
                // A fact is recorded late or for days to come, and its event says so; sometimes the person was asked for their sex as well.
                var (kind, code) = Codes[random.Next(Codes.Length)];
                var from = DateOnly.FromDateTime(happened.UtcDateTime).AddDays(random.Next(60));
                var file = (await room.ListAsync("select id from case_path where tenant_id = $1 order by id offset $2 limit 1", r => r.GetGuid(0), town, random.Next(60)))[0];
                await room.RunAsync("""
                    insert into person_fact (tenant_id, case_id, id, person_id, category, kind, code, value, valid_from, valid_until, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
                    select p.tenant_id, p.case_id, gen_random_uuid(), p.id, 4, $2, $3, '', $4, $5::date, '', $6, gen_random_uuid(), c.lead_actor_id
                    from person p join case_path c on c.tenant_id = p.tenant_id and c.id = p.case_id where p.case_id = $1
                    """, file, kind, code, from, random.Next(3) == 0 ? DBNull.Value : from.AddDays(random.Next(340)), now);
                await room.RunAsync("update person set sex = $2 where case_id = $1", file, random.Next(2) == 0 ? "Female" : "Diverse");
                await room.RunAsync("""
                    insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at)
                    select tenant_id, id, gen_random_uuid(), 0, 'FactRecorded', $2, $2 from case_path where id = $1
                    """, file, now);
                break;
            case 9:
                // One is withdrawn.
                await room.RunAsync("""
                    with fact as (update person_fact set withdrawn_at = $3, withdrawn_by_user_id = gen_random_uuid(), withdrawn_by_actor_id = gen_random_uuid(), withdrawal_reason = 'x'
                        where tenant_id = $1 and id = (select id from person_fact where tenant_id = $1 and code is not null and withdrawn_at is null order by recorded_at desc, id offset $2 limit 1)
                        returning tenant_id, case_id)
                    insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at)
                    select tenant_id, case_id, gen_random_uuid(), 0, 'FactWithdrawn', $3, $3 from fact
                    """, town, random.Next(60), now);
                break;
            case 10 or 11:
                // A case is closed with a day that may be long past, or is reopened.
                await room.RunAsync("""
                    with closed as (update case_path set closed_on = case when closed_on is null then greatest($3, (opened_at at time zone 'Europe/Berlin')::date) end
                        where tenant_id = $1 and id = (select id from case_path where tenant_id = $1 order by id offset $2 limit 1)
                        returning tenant_id, id, closed_on)
                    insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at)
                    select tenant_id, id, gen_random_uuid(), 0, case when closed_on is null then 'CaseReopened' else 'CaseClosed' end, $4, $4 from closed
                    """, town, random.Next(60), DateOnly.FromDateTime(happened.UtcDateTime), now);
                break;
            default:
                await room.RunAsync("""
                    insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, handover_id, actor_id, other_actor_id, reason)
                    select tenant_id, case_id, gen_random_uuid(), 0, $3, $4, $5, id, from_actor_id, to_actor_id, case when $3 = 'HandoverDeclined' then 'NoCapacity' end
                    from handover where tenant_id = $1 order by id offset $2 limit 1
                    """, town, random.Next(150), Kinds[random.Next(Kinds.Length)], happened, now);
                break;
        }
    }

    private static async Task CompareAsync(CountingRoom room, Guid town, DateTimeOffset now)
    {
        const string Counts = "select (c.*)::text from indicator_raw.count c where tenant_id = $1 order by 1";
        var published = await room.ListAsync("select c.code || c.month || c.dimension || c.part || coalesce(c.amount, -1) from indicator.cell c order by 1", r => r.GetString(0));
        var incremental = await room.ListAsync(Counts, r => r.GetString(0), town);
        Assert.True(incremental.Count > 300, $"{incremental.Count}");
        await room.RunAsync("delete from indicator_raw.fact where tenant_id = $1", town);
        await room.RunAsync("delete from indicator_raw.count where tenant_id = $1", town);
        await room.RunAsync("insert into indicator_raw.dirty select tenant_id, id from case_path where tenant_id = $1 union all select tenant_id, id from tandem where tenant_id = $1", town);
        await room.RefreshAsync(town, now);
        Assert.Equal(incremental, await room.ListAsync(Counts, r => r.GetString(0), town));
        // And counting again changes nothing that was published.
        Assert.Equal(published, await room.ListAsync("select c.code || c.month || c.dimension || c.part || coalesce(c.amount, -1) from indicator.cell c order by 1", r => r.GetString(0)));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
