using CsCheck;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Domain.Tests.Evaluation;

/// <summary>How sure a number is, what a light says, and what several municipalities add up to.</summary>
public sealed class FigureTests
{
    [Fact]
    public void The_interval_of_a_share_is_Wilsons_and_always_holds_it()
    {
        // 8 of 10: 0.4902 to 0.9433, as in the tables of Newcombe 1998.
        var interval = Intervals.OfShare(8, 10);
        Assert.Equal(0.4902m, interval.Low, 4);
        Assert.Equal(0.9433m, interval.High, 4);
        Gen.Int[1, 500].SelectMany(of => Gen.Int[0, of].Select(cases => (cases, of))).Sample(x =>
        {
            var lies = Intervals.OfShare(x.cases, x.of);
            Assert.True(lies.Low >= 0 && lies.High <= 1 && lies.Low - 0.0000001m <= (decimal)x.cases / x.of && (decimal)x.cases / x.of <= lies.High + 0.0000001m);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.OfShare(1, 0));
    }

    [Fact]
    public void The_interval_of_a_difference_is_Newcombes()
    {
        // 56 of 70 and 48 of 80: difference 0.2, interval 0.0524 to 0.3339 (Newcombe 1998, table II, method 10).
        var interval = Intervals.OfDifference(48, 80, 56, 70);
        Assert.Equal(0.0524m, interval.Low, 4);
        Assert.Equal(0.3339m, interval.High, 4);
        Assert.False(interval.Holds(0));
    }

    [Fact]
    public void The_mean_change_needs_five_pairs_and_is_the_same_every_time()
    {
        decimal[] changes = [1, 2, 3, 4, 5, 6];
        Assert.Null(Intervals.OfMeanChange(changes[..4]));
        Assert.Equal(Intervals.OfMeanChange(changes), Intervals.OfMeanChange(changes));
        Assert.True(Intervals.OfMeanChange(changes)!.Value.Holds(3.5m));
        Assert.True(Intervals.OfMeanChange([-1, 1, -1, 1, -1, 1])!.Value.Holds(0));
    }

    [Theory]
    [InlineData(0.7, IndicatorDirection.Up, Light.Good)]
    [InlineData(0.55, IndicatorDirection.Up, Light.Near)]
    [InlineData(0.5, IndicatorDirection.Up, Light.Far)]
    [InlineData(0.5, IndicatorDirection.None, Light.Open)]
    public void A_light_compares_with_the_straight_line_from_baseline_to_target(double value, IndicatorDirection direction, Light light)
    {
        var aim = new Aim(0.5m, new DateOnly(2026, 1, 1), 0.9m, new DateOnly(2027, 1, 1));
        Assert.Equal(light, Lights.Of((decimal)value, aim, direction, new DateOnly(2026, 7, 1)));
    }

    [Fact]
    public void Fewer_days_are_better_where_less_is_and_without_number_or_target_no_light_stands()
    {
        var aim = new Aim(20, new DateOnly(2026, 1, 1), 10, new DateOnly(2027, 1, 1));
        Assert.Equal(Light.Good, Lights.Of(12, aim, IndicatorDirection.Down, new DateOnly(2026, 7, 1)));
        Assert.Equal(Light.Far, Lights.Of(25, aim, IndicatorDirection.Down, new DateOnly(2026, 7, 1)));
        Assert.Equal(Light.Open, Lights.Of(null, aim, IndicatorDirection.Down, new DateOnly(2026, 7, 1)));
        Assert.Equal(Light.Open, Lights.Of(12, null, IndicatorDirection.Down, new DateOnly(2026, 7, 1)));
        // A target for later years says nothing about today.
        Assert.Equal(Light.Open, Lights.Of(25, aim, IndicatorDirection.Down, new DateOnly(2025, 12, 1)));
        // After the end the target stays what is asked for; a target in the month of the baseline asks for all at once.
        Assert.Equal(Light.Near, Lights.Of(11, aim, IndicatorDirection.Down, new DateOnly(2028, 7, 1)));
        Assert.Equal(10, Lights.Expected(aim with { TargetMonth = aim.BaselineMonth }, aim.BaselineMonth));
    }

    [Fact]
    public void Only_shown_cells_are_added_and_it_says_how_many_those_are()
    {
        IndicatorCell[] cells = [Cell(10, 20), Cell(30, 40), Cell(null, null, CellBasis.Hidden), Cell(null, null, CellBasis.None)];
        Assert.Equal(new PilotSum(40m / 60, 40, 60, 2, 1), PilotSum.Of(IndicatorKind.Share, cells));
        Assert.Equal(new PilotSum(40, 40, null, 2, 1), PilotSum.Of(IndicatorKind.Count, cells));
        // Medians are never added.
        Assert.Equal(new PilotSum(20, null, null, 2, 1), PilotSum.Of(IndicatorKind.Median, [Cell(10, null), Cell(30, null), cells[2]]));
        Assert.Equal(new PilotSum(null, null, null, 0, 1), PilotSum.Of(IndicatorKind.Count, [cells[2], cells[3]]));
    }

    [Fact]
    public void A_sum_behind_which_only_one_town_stands_beside_the_own_is_not_told_to_whoever_sees_the_own_alone()
    {
        var (own, one, two) = (Cell(10, 20), Cell(30, 40) with { MunicipalityKey = "05166" }, Cell(5, 50) with { MunicipalityKey = "05515000" });
        IReadOnlySet<string> sees = new HashSet<string> { own.MunicipalityKey };
        Assert.Equal(new PilotSum(null, null, null, 0, 2), PilotSum.Of(IndicatorKind.Share, [own, one], sees));
        Assert.Equal(new PilotSum(null, null, null, 0, 1), PilotSum.Of(IndicatorKind.Count, [one], sees));
        Assert.Equal(new PilotSum(45m / 110, 45, 110, 3, 0), PilotSum.Of(IndicatorKind.Share, [own, one, two], sees));
        Assert.Equal(new PilotSum(10, 10, null, 1, 0), PilotSum.Of(IndicatorKind.Count, [own], sees));
        Assert.Equal(new PilotSum(30, 30, null, 1, 0), PilotSum.Of(IndicatorKind.Count, [one]));
    }

    private static IndicatorCell Cell(decimal? amount, decimal? of, CellBasis basis = CellBasis.Shown) =>
        new("P2", 1, "05114000", new DateOnly(2026, 1, 1), "", "", amount, of, basis, new DateOnly(2026, 1, 1), default);
}
