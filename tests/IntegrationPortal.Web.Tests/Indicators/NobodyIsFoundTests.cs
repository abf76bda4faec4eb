using Google.OrTools.LinearSolver;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>
/// Attacks on everything that is published of handovers: totals minus parts, tables with the same handovers against each other, months and
/// republications against each other, solved together as linear inequalities. No hidden number is known to less than a group.
/// </summary>
public sealed class NobodyIsFoundTests(PortalHost host)
{
    private const int Fewest = 5;
    private static readonly string[] Ages = ["0-5", "6-17", "18-24", "25-34", "35-49", "50+", "unknown"];
    private static readonly string[] Statuses = ["asylum", "protected", "temporary", "tolerated", "settled", "unknown"];
    private static readonly string[] Reasons = ["NotResponsible", "InformationMissing", "NoCapacity", "PersonUnreachable", "PersonDeclined", "Duplicate"];
    private static readonly Guid[] Actors = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

    [Fact]
    public async Task In_random_populations_no_hidden_number_is_known_to_less_than_a_group_whatever_was_published_before()
    {
        await using var room = await CountingRoom.OpenAsync(host, "nobody_is_found");
        await using var aggregate = new AggregateDatabase(room.Database.Aggregate);
        var reader = new IndicatorReader(aggregate);
        var random = new Random(20261128);
        var (attacks, shown) = (0, 0);
        foreach (var town in room.Towns)
        {
            var months = new[] { new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1) };
            var shape = random.Next(4);
            foreach (var month in months)
                await SendAsync(room, town.Id, month, random.Next(8, 90), shape, random);
            var history = new List<IndicatorCell>();
            for (var turn = 0; turn < 4; turn++)
            {
                var today = new DateOnly(2026, 6, 1).AddDays(7 * turn);
                await room.RunAsync("insert into indicator_raw.touched select $1, 'handover', m from unnest($2) m on conflict do nothing", town.Id, months);
                await room.PublishAsync(town, months[0], today, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero));
                history.AddRange(await reader.CellsAsync(new CellQuestion(["P2", "P3", "P4"], [town.Key], Dimension: null), TestContext.Current.CancellationToken));
                // Late entries: single ones, or a group.
                foreach (var month in months)
                    await SendAsync(room, town.Id, month, random.Next(3) switch { 0 => 1, 1 => random.Next(2, 5), _ => random.Next(20, 60) }, random.Next(4), random);
            }

            foreach (var month in months)
                attacks += Attack([.. history.Where(c => c.Month == month).Distinct()]);
            shown += history.Count(c => c is { Basis: CellBasis.Shown, Dimension: not "" });
        }

        // The attack had something to attack, and something was left to read.
        Assert.True(attacks > 2000 && shown > 500, $"{attacks} attacks, {shown} parts shown");
    }

    [Fact]
    public async Task A_stock_moves_only_by_a_group_from_month_to_month_and_is_never_more_than_four_persons_behind()
    {
        await using var room = await CountingRoom.OpenAsync(host, "stock_moves");
        await using var aggregate = new AggregateDatabase(room.Database.Aggregate);
        var town = room.Towns[0];
        var random = new Random(7);
        // The case of the domain research: 7, and a month later 8; then up and down.
        var truth = new List<int> { 7, 8 };
        while (truth.Count < 24)
            truth.Add(Math.Max(0, truth[^1] + random.Next(-6, 9)));
        for (var i = 0; i < truth.Count; i++)
        {
            var month = new DateOnly(2024, 1, 1).AddMonths(i);
            await room.RunAsync("delete from indicator_raw.fact where tenant_id = $1", town.Id);
            await room.RunAsync("""
                insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from, actor_id)
                select $1, gen_random_uuid(), 'open', $2, $2, gen_random_uuid() from generate_series(1, $3)
                """, town.Id, month, truth[i]);
            await room.RunAsync("insert into indicator_raw.touched values ($1, 'open', $2)", town.Id, month);
            await room.PublishAsync(town, new DateOnly(2024, 1, 1), month.AddDays(10), new DateTimeOffset(month.AddDays(10), TimeOnly.MinValue, TimeSpan.Zero));
        }

        var cells = await new IndicatorReader(aggregate).CellsAsync(new CellQuestion(["P7"], [town.Key]), TestContext.Current.CancellationToken);
        Assert.Equal(24, cells.Count);
        Assert.Equal((7m, new DateOnly(2024, 1, 1)), (cells[1].Amount, cells[1].AsOf));
        Assert.All(cells.Zip(truth), pair => Assert.True(pair.Second < Fewest || Math.Abs(pair.First.Amount!.Value - pair.Second) < Fewest));
        Assert.All(cells.Zip(cells.Skip(1)), pair => Assert.True(pair.First.Amount == pair.Second.Amount || Math.Abs(pair.First.Amount!.Value - pair.Second.Amount!.Value) >= Fewest));
    }

    [Theory]
    // 7 as 5 and 2, 4 as 3, 1 and 0, and the same a month later with one more.
    [InlineData("5,2", "??")]
    [InlineData("3,1,0", "???")]
    [InlineData("6,2", "??")]
    [InlineData("3,2,0", "???")]
    [InlineData("20,12,9,3", "s???")]
    [InlineData("6,7,8", "sss")]
    public async Task What_is_few_takes_so_much_with_it_that_the_rest_is_a_group(string numbers, string expected)
    {
        await using var portal = new Npgsql.NpgsqlConnection(host.Superuser);
        await portal.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select counting.hide(5, n, array[n], (select array_agg(x < 5 order by o) from unnest(n) with ordinality u (x, o))) from (select $1::int[] as n) s", portal);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = numbers.Split(',').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray() });
        Assert.Equal(expected, string.Concat(((bool[])(await command.ExecuteScalarAsync())!).Select(h => h ? '?' : 's')));
    }

    /// <summary>The same rule twice: the row of Domain/Analysis for one number, and the database's for several at once.</summary>
    [Fact]
    public async Task For_one_number_the_database_hides_what_the_domain_hides()
    {
        await using var room = await CountingRoom.OpenAsync(host, "same_rule");
        var random = new Random(3);
        for (var run = 0; run < 300; run++)
        {
            int[] row = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(3) == 0 ? random.Next(60) : random.Next(9))];
            var byDomain = Domain.Analysis.Suppression.Of([.. row.Select(Domain.Analysis.Cell.Of)]).Cells.Select(c => c is null);
            var byDatabase = await room.ListAsync(
                "select counting.hide(5, $1, array[$1], $2)", r => r.GetFieldValue<bool[]>(0), row, row.Select(n => n < Fewest).ToArray());
            Assert.Equal(byDomain, byDatabase[0]);
        }
    }

    private static async Task SendAsync(CountingRoom room, Guid town, DateOnly month, int count, int shape, Random random)
    {
        for (var i = 0; i < count; i++)
        {
            // Some populations are mostly of one kind, in others every part is thin.
            var age = shape switch { 0 => random.Next(7), 1 => Math.Min(6, random.Next(2) * random.Next(7)), 2 => 2 + random.Next(4), _ => random.Next(10) == 0 ? random.Next(7) : 3 };
            var declined = random.Next(4) == 0;
            await room.RunAsync("""
                insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from, actor_id, age_band, status_group, reason, hits, amount)
                values ($1, gen_random_uuid(), 'handover', $2, $2, $3, $4, $5, $6, $7, null)
                """, town, month.AddDays(random.Next(28)), Actors[random.Next(Actors.Length)], Ages[age], Statuses[random.Next(shape == 2 ? 2 : 6)],
                declined ? Reasons[random.Next(shape == 0 ? 2 : 6)] : DBNull.Value, new[] { !declined && random.Next(3) > 0, random.Next(3) == 0, declined });
        }
    }

    /// <summary>What somebody knows who has kept every publication of a month, and that handovers are only ever added.</summary>
    /// <returns>How many hidden numbers were attacked.</returns>
    private static int Attack(List<IndicatorCell> history)
    {
        var moments = history.Where(c => c.Basis == CellBasis.Shown).Select(c => c.PublishedAt).Distinct().Order().ToList();
        if (moments.Count == 0)
            return 0;
        var solver = Solver.CreateSolver("GLOP");
        var unknown = new Dictionary<(DateTimeOffset, string Dimension, string Part, string What), Variable>();
        Variable Of(DateTimeOffset at, string dimension, string part, string what)
        {
            if (!unknown.TryGetValue((at, dimension, part, what), out var variable))
                unknown[(at, dimension, part, what)] = variable = solver.MakeNumVar(0, 10_000, $"{at:MMdd} {dimension} {part} {what}");
            return variable;
        }

        foreach (var at in moments)
        {
            foreach (var (dimension, parts) in new[] { ("age_band", Ages), ("status_group", Statuses) })
            {
                foreach (var what in new[] { "n", "P2", "P3", "P4" })
                    solver.Add(new SumVarArray([.. parts.Select(p => Of(at, dimension, p, what))]) == Of(at, "", "", what));
                foreach (var part in parts)
                    Nested(at, dimension, part);
            }

            solver.Add(new SumVarArray([.. Reasons.Select(r => Of(at, "decline_reason", r, "P4"))]) == Of(at, "", "", "P4"));
            Nested(at, "", "");
        }

        // Accepted in time and declined are two things, a question may come with either.
        void Nested(DateTimeOffset at, string dimension, string part)
        {
            solver.Add(Of(at, dimension, part, "P2") + Of(at, dimension, part, "P4") <= Of(at, dimension, part, "n"));
            solver.Add(Of(at, dimension, part, "P3") <= Of(at, dimension, part, "n"));
        }

        foreach (var (earlier, later) in moments.Zip(moments.Skip(1)))
        {
            foreach (var key in unknown.Keys.Where(k => k.Item1 == earlier).ToList())
                solver.Add(Of(later, key.Dimension, key.Part, key.What) >= unknown[key]);
        }

        foreach (var cell in history.Where(c => c.Basis == CellBasis.Shown))
        {
            solver.Add(Of(cell.PublishedAt, cell.Dimension, cell.Part, cell.Code) == (double)cell.Amount!.Value);
            if (cell.Dimension != "decline_reason")
                solver.Add(Of(cell.PublishedAt, cell.Dimension, cell.Part, "n") == (double)cell.Denominator!.Value);
        }

        var attacks = 0;
        var latest = history.GroupBy(c => (c.Code, c.Dimension, c.Part)).Select(g => g.Last()).ToList();
        foreach (var cell in latest.Where(c => c.Basis == CellBasis.Hidden))
        {
            foreach (var at in moments)
            {
                var (low, high) = (Edge(Of(at, cell.Dimension, cell.Part, cell.Code), false), Edge(Of(at, cell.Dimension, cell.Part, cell.Code), true));
                Assert.True(high - low >= Fewest - 1e-6, $"{cell.Code} {cell.Dimension} {cell.Part} lies between {low} and {high}\n{string.Join('\n', history.Where(c => c.Basis == CellBasis.Shown))}");
                attacks++;
            }
        }

        return attacks;

        double Edge(Variable variable, bool most)
        {
            var objective = solver.Objective();
            objective.Clear();
            objective.SetCoefficient(variable, 1);
            objective.SetOptimizationDirection(most);
            Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
            return objective.Value();
        }
    }
}
