using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>
/// Attacks on everything that is published of handovers, entitlements, transfers and work: totals minus parts, tables about the same
/// persons against each other, republications against each other, solved together as linear inequalities (<see cref="Attack"/>). No hidden
/// number is known to less than a group.
/// </summary>
public sealed class NobodyIsFoundTests(PortalHost host)
{
    private const int Fewest = 5;
    private static readonly string[] Ages = ["0-5", "6-17", "18-24", "25-34", "35-49", "50+", "unknown"];
    private static readonly string[] Statuses = ["asylum", "protected", "temporary", "tolerated", "settled", "unknown"];
    private static readonly string[] Reasons = ["NotResponsible", "InformationMissing", "NoCapacity", "PersonUnreachable", "PersonDeclined", "Duplicate"];
    private static readonly string[] Sexes = ["m", "w", "other"];
    private static readonly string[] Works = ["insured", "mini_job", "training"];
    private static readonly (string, string[])[] Groups = [("age_band", Ages), ("status_group", Statuses), ("sex", Sexes)];
    private static readonly Guid[] Actors = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

    public static TheoryData<string> Facts => ["handover", "entitlement", "transfer", "work12"];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task In_random_populations_no_hidden_number_is_known_to_less_than_a_group_whatever_was_published_before(string fact)
    {
        await using var room = await CountingRoom.OpenAsync(host, $"nobody_is_found_{fact}");
        await using var aggregate = new AggregateDatabase(room.Database.Aggregate);
        var reader = new IndicatorReader(aggregate);
        var random = new Random(20261128);
        var (attacks, shown) = (0, 0);
        // Accepted in time and declined are two things, a question may come with either.
        var table = fact switch
        {
            "handover" => new AttackedTable(["P2", "P3", "P4"], Groups) { OfHits = ("decline_reason", "P4", Reasons), Apart = ("P2", "P4") },
            "entitlement" => new AttackedTable(["P6"], Groups),
            "transfer" => new AttackedTable(["B1S"], Groups) { ZeroMedian = "B1" },
            _ => new AttackedTable(["W1"], Groups) { OfHits = ("kind_of_work", "W1", Works) },
        };
        foreach (var town in room.Towns)
        {
            var months = new[] { new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1) };
            var shape = random.Next(4);
            foreach (var month in months)
                await HappenAsync(room, town.Id, fact, month, random.Next(8, 90), shape, random);
            var history = new List<IndicatorCell>();
            for (var turn = 0; turn < 4; turn++)
            {
                var today = new DateOnly(2026, 6, 1).AddDays(7 * turn);
                await room.RunAsync("insert into indicator_raw.touched select $1, $3, m from unnest($2) m on conflict do nothing", town.Id, months, fact);
                await room.PublishAsync(town, months[0], today, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero));
                history.AddRange(await reader.CellsAsync(new CellQuestion([.. table.All], [town.Key], Dimension: null), TestContext.Current.CancellationToken));
                // Late entries: single ones, or a group.
                foreach (var month in months)
                    await HappenAsync(room, town.Id, fact, month, random.Next(3) switch { 0 => 1, 1 => random.Next(2, 5), _ => random.Next(20, 60) }, random.Next(4), random);
            }

            foreach (var month in months)
                attacks += Attack.On(table, [.. history.Where(c => c.Month == month).Distinct()], Fewest);
            shown += history.Count(c => c is { Basis: CellBasis.Shown, Dimension: not "" });
        }

        // The attack had something to attack, and something was left to read.
        Assert.True(attacks > (fact == "handover" ? 2000 : 600) && shown > (fact == "handover" ? 500 : 150), $"{attacks} attacks, {shown} parts shown");
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

    private static async Task HappenAsync(CountingRoom room, Guid town, string fact, DateOnly month, int count, int shape, Random random)
    {
        for (var i = 0; i < count; i++)
        {
            // Some populations are mostly of one kind, in others every part is thin.
            var age = shape switch { 0 => random.Next(7), 1 => Math.Min(6, random.Next(2) * random.Next(7)), 2 => 2 + random.Next(4), _ => random.Next(10) == 0 ? random.Next(7) : 3 };
            var sex = random.Next(shape == 0 ? 3 : 10) switch { 0 => 2, < 5 => 1, _ => 0 };
            var hit = random.Next(4) == 0;
            var (reasons, hits, amount) = fact switch
            {
                "handover" => (Reasons, new[] { !hit && random.Next(3) > 0, random.Next(3) == 0, hit }, (object)DBNull.Value),
                "transfer" => (Reasons, [!hit], hit ? random.Next(1, 60) : 0),
                "work12" => (Works, [hit], DBNull.Value),
                _ => (Reasons, [hit], DBNull.Value),
            };
            await room.RunAsync("""
                insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from, actor_id, age_band, status_group, sex, reason, hits, amount)
                values ($1, gen_random_uuid(), $9, $2, $2, $3, $4, $5, $10, $6, $7, $8::numeric)
                """, town, month.AddDays(random.Next(28)), Actors[random.Next(Actors.Length)], Ages[age], Statuses[random.Next(shape == 2 ? 2 : 6)],
                hit ? reasons[random.Next(shape == 0 ? 2 : reasons.Length)] : DBNull.Value, hits, amount, fact, Sexes[sex]);
        }
    }
}
