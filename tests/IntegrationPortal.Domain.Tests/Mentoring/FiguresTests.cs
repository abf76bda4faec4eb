using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.Mentoring;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>Figures leave an organisation only so that nobody is found in them; attacked with everything that the shown numbers tell.</summary>
public sealed class FiguresTests
{
    [Theory]
    // Total 7 as 5 and 2: the 2 would be known, and the 5 with it.
    [InlineData("5,2", "?,?", null)]
    [InlineData("3,1,0", "?,?,?", null)]
    [InlineData("5", "5", 5)]
    [InlineData("4", "?", null)]
    // The one with 9 knows its own and would subtract it.
    [InlineData("20,12,9,3", "20,?,?,?", 44)]
    [InlineData("20,12,9,3,3", "20,12,?,?,?", 47)]
    [InlineData("4,4,30", "?,?,?", 38)]
    [InlineData("6,7,8", "6,7,8", 21)]
    public void What_is_few_is_hidden_and_cannot_be_had_by_subtracting(string numbers, string shown, int? total)
    {
        var cells = Suppression.Of([.. numbers.Split(',').Select(n => Cell.Of(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)))]);
        Assert.Equal(shown.Split(','), cells.Cells.Select(c => c?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "?"));
        Assert.Equal(total, cells.Total);
    }

    [Fact]
    public void Nobody_who_knows_the_rule_and_all_shown_numbers_knows_a_hidden_one()
    {
        // Every population of four organisations with up to eight tandems: those that look the same hide behind each other.
        var looks = new Dictionary<string, List<int[]>>();
        for (var i = 0; i < 9 * 9 * 9 * 9; i++)
        {
            int[] population = [i % 9, i / 9 % 9, i / 81 % 9, i / 729];
            var key = Look(population);
            if (!looks.TryGetValue(key, out var same))
                looks.Add(key, same = []);
            same.Add(population);
        }

        Assert.True(looks.Count > 100);
        foreach (var (look, same) in looks)
        {
            var cells = look.Split(',');
            for (var c = 0; c < 4; c++)
                Assert.True(cells[c] != "?" || same.Select(p => p[c]).Distinct().Count() > 1, $"{look}: cell {c} is {same[0][c]} for everybody who thinks");
        }
    }

    [Fact]
    public void In_random_populations_what_the_total_leaves_open_is_a_group_also_for_an_organisation_that_knows_its_own()
    {
        var random = new Random(20261123);
        for (var run = 0; run < 20_000; run++)
        {
            int[] population = [.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Next(3) == 0 ? random.Next(60) : random.Next(7))];
            var shown = Suppression.Of([.. population.Select(Cell.Of)]);
            var open = population.Where((_, i) => shown.Cells[i] is null).ToList();
            Assert.DoesNotContain(shown.Cells, c => c < Suppression.Fewest);
            Assert.All(population.Zip(shown.Cells), p => Assert.True(p.Second is null || p.Second == p.First));
            if (open.Count == 0 || shown.Total is not { } total)
                continue;
            var left = total - shown.Cells.Sum(c => c ?? 0);
            Assert.All(open, own => Assert.True(left - own >= Suppression.Fewest, string.Join(' ', population)));
        }
    }

    [Fact]
    public void Hours_are_hidden_by_the_persons_behind_them_however_many_they_are()
    {
        var shown = Suppression.Of([new Cell(400, 1), new Cell(90, 9), new Cell(80, 8)]);
        Assert.Equal((null, null, null, 570m), (shown.Cells[0], shown.Cells[1], shown.Cells[2], shown.Total));
    }

    private static string Look(int[] population)
    {
        var shown = Suppression.Of([.. population.Select(Cell.Of)]);
        return string.Join(',', shown.Cells.Append(shown.Total).Select(c => c?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"));
    }

    [Theory]
    [InlineData(2026, "2026-11-23", "2026-09-30")]
    [InlineData(2026, "2026-03-31", null)]
    [InlineData(2026, "2026-04-01", "2026-03-31")]
    [InlineData(2025, "2026-01-01", "2025-12-31")]
    public void A_year_is_counted_in_full_quarters(int year, string today, string? last) =>
        Assert.Equal(last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture),
            FigurePeriod.Of(year, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))?.Last);
}
