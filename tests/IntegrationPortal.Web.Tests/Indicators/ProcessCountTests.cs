using System.Globalization;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>The process of a municipality is counted as its definition says, and what is told of it finds nobody (ADR 23).</summary>
public sealed class ProcessCountTests(PortalHost host)
{
    private const int Fewest = 5;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly (DateOnly Since, DateOnly Until) Months = (new(2025, 11, 1), new(2026, 10, 31));

    [Fact]
    public async Task Whatever_is_told_is_what_counting_case_by_case_gives_and_what_is_hidden_is_a_group()
    {
        await using var room = await CountingRoom.OpenAsync(host, "process_counted");
        var keys = await KeysAsync(room);
        var random = new Random(20261201);
        var (told, hidden) = (0, 0);
        for (var i = 0; i < 6; i++)
        {
            var town = room.Towns[i];
            var process = new RandomProcess(room, town.Id, random);
            // Also begun before the months that are counted, and after them.
            await process.HappenAsync(random.Next(20, 160), keys, Months.Since.AddDays(-90), 470);
            Assert.True(await AnalyseAsync(room, town.Id, Now));
            Assert.False(await AnalyseAsync(room, town.Id, Now));
            var worked = (await room.ListAsync("select day, ordinal from indicator_raw.working_day where tenant_id = $1", r => (r.GetFieldValue<DateOnly>(0), r.GetInt32(1)), town.Id)).ToDictionary();
            var truth = new NaiveProcess(process, worked, Months.Since, Months.Until).Count();
            var cells = await CellsAsync(room, town.Key);
            foreach (var cell in cells)
            {
                var counted = truth[(cell.Kind, cell.A, cell.B)];
                if (cell.N is not null)
                    Assert.Equal((cell.Kind, cell.A, cell.B, Fives(counted.N)), (cell.Kind, cell.A, cell.B, cell.N));
                Assert.True(counted.Persons >= Fewest);
                if (cell.Share is not null)
                    Assert.Equal((cell.Kind, cell.A, Fives(100m * counted.Hits / counted.N)), (cell.Kind, cell.A, cell.Share));
                if (cell.Share is not null)
                    Assert.True(counted is { HitPersons: >= Fewest, MissPersons: >= Fewest, Persons: >= 2 * Fewest });
                Assert.True(cell.Basis switch { "few_hits" => counted.HitPersons < Fewest, "few_misses" => counted.MissPersons < Fewest, _ => true });
                if (cell.Days is not null)
                    Assert.Equal(counted.Days, cell.Days);
            }

            // Totals minus parts: what a step hides of its ways is nobody, or a group also without the largest of them.
            foreach (var step in cells.Where(c => c.Kind == "step"))
            {
                var shown = cells.Where(c => c.Kind == "edge" && c.B == step.A).ToDictionary(c => c.A);
                var rest = truth.Where(t => t.Key.Kind == "edge" && t.Key.B == step.A && !shown.ContainsKey(t.Key.A)).Select(t => t.Value.N).ToList();
                Assert.True(rest.Count == 0 || rest.Sum() - rest.Max() >= Fewest || (shown.Count == 0 && rest.Count > 1), $"{town.Key} {step.A}: {string.Join(",", rest)} ");
                hidden += rest.Count;
            }

            // Handovers together are those of P2.
            var handedOver = cells.Where(c => c.Kind == "sent").Select(c => (c.A, c.B)).ToHashSet();
            var unseen = truth.Where(t => t.Key.Kind == "sent" && !handedOver.Contains((t.Key.A, t.Key.B))).Select(t => t.Value.Persons).ToList();
            Assert.True(unseen.Count == 0 || unseen.Sum() - unseen.Max() >= Fewest || handedOver.Count == 0);
            // Nothing is told of a way of which not even the number is.
            Assert.DoesNotContain(cells, c => c.Kind is "accept" or "arrive" or "asked" or "declined" or "expired" && !handedOver.Contains((c.A, c.B)));
            // And nothing is hidden without need.
            Assert.All(truth.Where(t => t.Key.Kind == "once" && t.Value is { HitPersons: >= Fewest, MissPersons: >= Fewest }), t => Assert.Contains(cells, c => (c.Kind, c.A) == ("once", t.Key.A)));
            told += cells.Count;
        }

        Assert.True(told > 150 && hidden > 20, $"{told} told, {hidden} ways hidden");
    }

    [Fact]
    public async Task A_number_moves_only_by_a_group_and_stands_with_its_month_until_then()
    {
        await using var room = await CountingRoom.OpenAsync(host, "process_moves");
        var keys = await KeysAsync(room);
        var town = room.Towns[0];
        var process = new RandomProcess(room, town.Id, new Random(1));
        await BeginAsync(20, new DateOnly(2026, 9, 1));
        await AnalyseAsync(room, town.Id, Now);
        Assert.Equal((20, Months.Until), await StepAsync());

        // Four came: their number would be known by a difference, rounded or not.
        await BeginAsync(4, new DateOnly(2026, 11, 3));
        await AnalyseAsync(room, town.Id, Now.AddMonths(1));
        Assert.Equal((20, Months.Until), await StepAsync());

        await BeginAsync(1, new DateOnly(2026, 12, 3));
        await AnalyseAsync(room, town.Id, Now.AddMonths(2));
        Assert.Equal((25, new DateOnly(2026, 12, 31)), await StepAsync());

        // A year later nobody stands in both any more.
        await BeginAsync(22, new DateOnly(2027, 12, 3));
        await AnalyseAsync(room, town.Id, Now.AddMonths(14));
        Assert.Equal((20, new DateOnly(2027, 12, 31)), await StepAsync());
        await AnalyseAsync(room, town.Id, Now.AddMonths(30));
        Assert.Empty(await CellsAsync(room, town.Key));

        Task BeginAsync(int cases, DateOnly day) => process.AddAsync(
            [.. Enumerable.Range(0, cases).Select(_ => new StepRow(Guid.CreateVersion7(), Guid.CreateVersion7(), keys[0], 0, "Active", day, null, day.AddDays(400)))], [], []);

        async Task<(int, DateOnly)> StepAsync() => (await CellsAsync(room, town.Key)).Where(c => c.Kind == "step").Select(c => (c.N!.Value, c.Until)).Single();
    }

    [Fact]
    public async Task The_process_of_one_municipality_holds_nothing_of_another()
    {
        await using var room = await CountingRoom.OpenAsync(host, "process_apart");
        var keys = await KeysAsync(room);
        await new RandomProcess(room, room.Towns[0].Id, new Random(2)).HappenAsync(60, keys, new DateOnly(2026, 1, 1), 200);
        foreach (var (town, _) in room.Towns.Take(2))
            await AnalyseAsync(room, town, Now);
        Assert.NotEmpty(await CellsAsync(room, room.Towns[0].Key));
        Assert.Empty(await CellsAsync(room, room.Towns[1].Key));
        Assert.Equal([0], await room.ListAsync("select count(*)::int from indicator_raw.process_count", r => r.GetInt32(0)));
    }

    private static int Fives(decimal number) => (int)Math.Round(number / 5, MidpointRounding.AwayFromZero) * 5;

    private static Task<List<string>> KeysAsync(CountingRoom room) => room.ListAsync(
        "select key from template_step where template_key = 'T2-RKW' and template_version = (select max(template_version) from template_step where template_key = 'T2-RKW') order by position", r => r.GetString(0));

    private static async Task<bool> AnalyseAsync(CountingRoom room, Guid town, DateTimeOffset now)
    {
        await room.RunAsync("select set_config('app.now', $1, false)", now.ToString("O", CultureInfo.InvariantCulture));
        return (await room.ListAsync("select counting.count_process($1)", r => r.GetBoolean(0), town))[0];
    }

    private static Task<List<(string Kind, string A, string B, string Basis, int? N, int? Share, decimal? Days, DateOnly Until)>> CellsAsync(CountingRoom room, string place) => room.ListAsync(
        "select kind, a, b, basis, n, share, days, until from indicator.process_cell where municipality_key = $1 order by kind, a, b",
        r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.IsDBNull(4) ? (int?)null : r.GetInt32(4), r.IsDBNull(5) ? (int?)null : r.GetInt32(5), r.IsDBNull(6) ? (decimal?)null : r.GetDecimal(6), r.GetFieldValue<DateOnly>(7)), place);
}
