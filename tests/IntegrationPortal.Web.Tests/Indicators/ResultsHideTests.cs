using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>
/// Whoever keeps all that was ever published about results of recognitions, trainings and goals, and about steps in time, below which the
/// first two stand as well, finds no hidden number to less than a group.
/// </summary>
public sealed class ResultsHideTests(PortalHost host)
{
    private const int Fewest = 5;
    private static readonly DateOnly[] Months = [new(2026, 3, 1), new(2026, 4, 1)];

    /// <summary>The first of each is what the share counts.</summary>
    private static readonly Dictionary<string, string[]> Results = new()
    {
        ["R2"] = ["full", "partial", "measure", "negative"],
        ["W2"] = ["ended_early", "passed", "not_passed"],
        ["G1"] = ["Reached", "Partly", "NotReached", "Changed"],
    };

    private static readonly Guid[] Actors = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

    [Fact]
    public async Task In_random_populations_no_hidden_result_is_known_to_less_than_a_group_whatever_was_published_before()
    {
        await using var room = await CountingRoom.OpenAsync(host, "results_hide");
        await using var aggregate = new AggregateDatabase(room.Database.Aggregate);
        var reader = new IndicatorReader(aggregate);
        var random = new Random(20261130);
        var (attacks, parts, closed) = (0, 0, 0);
        foreach (var town in room.Towns)
        {
            var shape = random.Next(4);
            foreach (var month in Months)
                await HappenAsync(room, town.Id, month, random.Next(8, 70), shape, random);
            var history = new List<IndicatorCell>();
            for (var turn = 0; turn < 4; turn++)
            {
                var today = new DateOnly(2026, 6, 1).AddDays(7 * turn);
                await room.RunAsync("insert into indicator_raw.touched select $1, f, m from unnest($2) m, unnest(array['R2', 'W2', 'goal', 'step']) f on conflict do nothing", town.Id, Months);
                await room.PublishAsync(town, Months[0], today, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero));
                history.AddRange(await reader.CellsAsync(new CellQuestion(["R2", "W2", "G1", "P5"], [town.Key], Dimension: null), TestContext.Current.CancellationToken));
                // Late entries: single ones, or a group.
                foreach (var month in Months)
                    await HappenAsync(room, town.Id, month, random.Next(3) switch { 0 => 1, 1 => random.Next(2, 5), _ => random.Next(20, 60) }, random.Next(4), random);
            }

            attacks += new ResultsAttack(Results, Months, [.. history.Where(c => Months.Contains(c.Month) && (c.Code != "P5" || c.Dimension.Length == 0)).Distinct()]).Run(Fewest);
            parts += history.Count(c => c is { Basis: CellBasis.Shown, Dimension: "recognition_result" or "goal_result" });
            closed += history.Count(c => c is { Basis: CellBasis.Hidden, Dimension: "recognition_result" or "goal_result" });
        }

        // The attack had something to attack, and something was left to read.
        Assert.True(attacks > 300 && parts > 300 && closed > 300, $"{attacks} attacks, {parts} parts shown, {closed} hidden");
    }

    [Theory]
    // What the share counts is told with its total; the others hide each other.
    [InlineData("12,9,8,7", "ssss")]
    [InlineData("12,9,8,2", "s???")]
    [InlineData("12,6,4,0", "s???")]
    [InlineData("6,30,3,3", "s???")]
    [InlineData("6,7,1,1", "s???")]
    public async Task Results_that_are_few_take_others_with_them_but_never_what_the_total_tells(string numbers, string expected)
    {
        await using var portal = new Npgsql.NpgsqlConnection(host.Superuser);
        await portal.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select counting.hide_results(5, n, (select array_agg(x < 5 order by o) from unnest(n) with ordinality u (x, o)), 1) from (select $1::int[] as n) s", portal);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = numbers.Split(',').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray() });
        Assert.Equal(expected, string.Concat(((bool[])(await command.ExecuteScalarAsync())!).Select(h => h ? '?' : 's')));
    }

    private static async Task HappenAsync(CountingRoom room, Guid town, DateOnly month, int count, int shape, Random random)
    {
        foreach (var (code, results) in Results)
        {
            for (var i = 0; i < count; i++)
            {
                var (subject, day) = (Guid.NewGuid(), month.AddDays(random.Next(28)));
                // In some towns every result is common, in others all but two are rare.
                string Ends() => results[shape switch { 0 => random.Next(results.Length), 1 => random.Next(2), 2 => random.Next(8) == 0 ? random.Next(results.Length) : random.Next(2), _ => Math.Min(results.Length - 1, random.Next(2) * random.Next(4)) }];
                var actor = Actors[random.Next(Actors.Length)];
                for (var goal = code == "G1" ? random.Next(1, 5) : 1; goal > 0; goal--)
                {
                    var result = Ends();
                    await room.RunAsync("""
                        insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from, actor_id, reason, hits) values ($1, $2, $3, $4, $4, $5, $6, $7)
                        """, town, subject, code == "G1" ? "goal" : code, day, actor, result, new[] { result == results[0] });
                }

                if (code == "G1")
                    continue;
                // The same step, where it was due: mostly in that month, in one town in no other step's company.
                var due = day.AddDays(shape == 1 ? 0 : random.Next(-20, 40));
                await room.RunAsync("""
                    insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from, actor_id, hits) values ($1, $2, 'step', $3, $4, $5, $6)
                    """, town, subject, due, due < day ? due.AddDays(1) : day, actor, new[] { day <= due });
            }
        }
    }
}
