using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Domain.Tests.Indicators;

/// <summary>What is entered has a source, a period and a sense; targets have a beginning.</summary>
public sealed class EntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Month = new(2026, 9, 1);

    private static IndicatorDefinition Definition(
        IndicatorUnit unit = IndicatorUnit.Share, IndicatorKind kind = IndicatorKind.Share, IndicatorSupply supply = IndicatorSupply.Entered, IndicatorSource source = IndicatorSource.Provider) => new()
        {
            Code = "L3", Version = 1, ValidFrom = new DateOnly(2024, 1, 1), Name = new Bilingual("B1 erreicht", "B1 reached"), Meaning = new Bilingual("m", "m"), Formula = "f",
            Unit = unit, Kind = kind, Direction = IndicatorDirection.Up, Source = source, Supply = supply, Dimensions = [], Hash = "",
        };

    private static EntryDetails Given(decimal? amount = 31, decimal? of = 54) => new(Guid.NewGuid(), "05114000", Month, "", amount, of, "VHS Krefeld", new DateOnly(2026, 10, 5));

    [Fact]
    public void A_number_with_source_and_period_is_entered_and_one_that_is_not_known_says_so()
    {
        Assert.Equal(31, IndicatorEntry.Enter(Definition(), Given(), "foundation", Guid.NewGuid(), Now).Amount);
        Assert.Null(IndicatorEntry.Enter(Definition(), Given(null, null), "foundation", Guid.NewGuid(), Now).Amount);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "divides by zero", "entry-divides-by-zero" }, { "no denominator", "entry-denominator-missing" }, { "more than all", "entry-more-than-all" }, { "no amount", "entry-amount-missing" },
        { "negative", "entry-negative" }, { "half a person", "entry-not-whole" }, { "before the definition", "entry-out-of-force" }, { "not begun", "entry-in-future" },
        { "no source", "entry-without-source" }, { "source of tomorrow", "entry-source-in-future" }, { "counted by the portal", "entry-not-entered" }, { "a part of nothing", "entry-part-unknown" },
        { "a count of all", "entry-denominator-unused" }, { "above its scale", "entry-off-scale" }, { "below its scale", "entry-off-scale" }, { "more than fully true", "entry-off-scale" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_makes_no_sense_is_refused_by_name(string what, string code)
    {
        var (definition, details) = what switch
        {
            "divides by zero" => (Definition(), Given(0, 0)),
            "no denominator" => (Definition(), Given(3, null)),
            "more than all" => (Definition(), Given(60)),
            "no amount" => (Definition(), Given(null)),
            "negative" => (Definition(), Given(-1)),
            "half a person" => (Definition(), Given(1.5m)),
            "before the definition" => (Definition(), Given() with { Month = new DateOnly(2023, 12, 1) }),
            "not begun" => (Definition(), Given() with { Month = new DateOnly(2026, 12, 1) }),
            "no source" => (Definition(), Given() with { SourceName = " " }),
            "source of tomorrow" => (Definition(), Given() with { SourceDate = new DateOnly(2026, 11, 29) }),
            "counted by the portal" => (Definition(supply: IndicatorSupply.Computed), Given()),
            "a part of nothing" => (Definition(), Given() with { Part = "Feld" }),
            "above its scale" => (Definition(IndicatorUnit.Score, IndicatorKind.Median, source: IndicatorSource.Survey), Given(25, 54)),
            "below its scale" => (Definition(IndicatorUnit.Score, IndicatorKind.Median, source: IndicatorSource.Survey), Given(0.5m, 54)),
            "more than fully true" => (Definition(IndicatorUnit.Score, IndicatorKind.Median, source: IndicatorSource.SelfCheck), Given(250, null)),
            _ => (Definition(IndicatorUnit.Persons, IndicatorKind.Count), Given()),
        };
        Assert.Equal(code, IndicatorEntry.WhyNotEnter(definition, details, new DateOnly(2026, 11, 28))?.Code);
    }

    [Fact]
    public void A_target_has_a_baseline_a_later_month_and_a_period_of_its_own()
    {
        var good = new TargetDetails(Guid.NewGuid(), "05114000", 0.5m, Month, 0.8m, Month.AddMonths(12));
        var set = IndicatorTarget.Set(Definition(), good, [], "05114000", Guid.NewGuid(), Now);
        string? WhyNot(TargetDetails details) => IndicatorTarget.WhyNotSet(Definition(), details with { Id = Guid.NewGuid() }, [new TargetPeriod(set.BaselineMonth, set.TargetMonth)])?.Code;
        Assert.Equal("target-overlaps", WhyNot(good));
        Assert.Equal("target-overlaps", WhyNot(good with { BaselineMonth = Month.AddMonths(-6), TargetMonth = Month.AddMonths(1) }));
        Assert.Null(WhyNot(good with { BaselineMonth = Month.AddMonths(12), TargetMonth = Month.AddMonths(24) }));
        Assert.Equal("target-without-baseline", WhyNot(good with { Baseline = null }));
        Assert.Equal("target-without-baseline", WhyNot(good with { BaselineMonth = null }));
        Assert.Equal("target-before-baseline", WhyNot(good with { TargetMonth = Month }));
        Assert.Equal("target-share", WhyNot(good with { Target = 80 }));
    }

    [Fact]
    public void A_target_is_corrected_until_its_last_month_is_over_and_held_to_the_same_rules()
    {
        var good = new TargetDetails(Guid.NewGuid(), "05114000", 0.5m, Month, 0.8m, Month.AddMonths(12));
        var set = IndicatorTarget.Set(Definition(), good, [], "05114000", Guid.NewGuid(), Now);
        var (user, lastDay) = (Guid.NewGuid(), Month.AddMonths(13).AddDays(-1));
        set.Correct(Definition(), good with { Target = 0.7m, TargetMonth = Month.AddMonths(11) }, [], user, Now.AddDays(1), Month.AddMonths(12).AddDays(-1));
        Assert.Equal((0.7m, Month.AddMonths(11), user, Now.AddDays(1)), (set.Target, set.TargetMonth, set.SetByUserId, set.SetAt));
        Assert.Equal("target-is-over", set.WhyNotCorrect(Month.AddMonths(12))!.Code);
        var other = IndicatorTarget.Set(Definition(), good, [], "05114000", Guid.NewGuid(), Now);
        Assert.Null(other.WhyNotCorrect(lastDay));
        CasePaths.Refused.With("target-is-over", () => other.Correct(Definition(), good, [], user, Now, lastDay.AddDays(1)));
        CasePaths.Refused.With("target-share", () => other.Correct(Definition(), good with { Target = 80 }, [], user, Now, lastDay));
        Assert.Equal(0.8m, other.Target);
    }

    [Fact]
    public void The_hash_of_a_definition_is_that_of_its_meaning_and_not_of_its_end()
    {
        var definition = Definition();
        Assert.Equal(definition.ComputeHash(), (definition with { ValidTo = Month }).ComputeHash());
        Assert.NotEqual(definition.ComputeHash(), (definition with { Formula = "g" }).ComputeHash());
        Assert.Equal(IndicatorUnit.WorkingDays, IndicatorDefinition.Of<IndicatorUnit>(IndicatorDefinition.Word(IndicatorUnit.WorkingDays)));
    }
}
