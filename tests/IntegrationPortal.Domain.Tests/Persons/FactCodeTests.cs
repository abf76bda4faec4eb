using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class FactCodeTests
{
    [Theory]
    [InlineData("sgb2", "2004-12-31", "", "fact-code-not-in-force")]
    [InlineData("sgb2", "2005-01-01", "", null)]
    [InlineData("sgb2", "2030-12-31", "", null)]
    [InlineData("sgb2", "2031-01-01", "", "fact-code-not-in-force")]
    [InlineData("other", "2026-01-01", " ", "fact-other-needs-words")]
    [InlineData("other", "2026-01-01", "Wohngeld", null)]
    public void A_fact_may_say_what_there_was_on_its_day_and_what_the_list_lacks_in_words(string code, string from, string words, string? refused) =>
        Assert.Equal(refused, Code(code).WhyNotUse(DateOnly.Parse(from, null), words)?.Code);

    [Fact]
    public void A_status_that_the_law_has_ended_begins_no_more_and_what_began_before_stays_sayable()
    {
        var ended = new ResidenceStatus
        {
            Code = "x", NameDe = "Alt", NameEn = "Old", LegalBasis = "§ 1", Source = "Gesetz", ValidFrom = new(2020, 1, 1), ValidTo = new(2025, 12, 31),
        };
        Assert.Equal([false, true, true, false], new[] { new DateOnly(2019, 12, 31), new(2020, 1, 1), new(2025, 12, 31), new(2026, 1, 1) }.Select(ended.IsInForceOn));
        // Older than the row: the status was there, only the law of that day is not known.
        Assert.Null(ended.ToFactCode().WhyNotUse(new(2010, 5, 1), null));
        Assert.Null(ended.ToFactCode().WhyNotUse(new(2025, 12, 31), null));
        Assert.Equal("fact-code-not-in-force", ended.ToFactCode().WhyNotUse(new(2026, 1, 1), null)!.Code);
    }

    [Fact]
    public void Kinds_with_a_list_are_those_that_are_counted_and_the_residence_status() =>
        Assert.Equal(
            [FactKind.ResidenceStatus, FactKind.Benefit, FactKind.CourseEntitlement, FactKind.CourseStart, FactKind.Employment],
            Enum.GetValues<FactKind>().Where(FactKinds.HasList));

    [Fact]
    public void A_course_begins_with_the_step_of_its_template_by_beginning_it_or_by_doing_it()
    {
        var @case = new Case();
        var (step, day) = (@case.First, DateOnly.FromDateTime(Case.Friday.UtcDateTime));
        var (begun, done) = (Code("course", step.TemplateKey), Code("course", step.TemplateKey, whenDone: true));
        @case.Path.Start(step.Id, @case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal((day, null), (begun.BegunIn(step), done.BegunIn(step)));
        @case.Path.Finish(step.Id, null, Case.Template, @case.Coordinator, Case.Calendar, Case.Friday.AddDays(3));
        Assert.Equal((day, day.AddDays(3)), (begun.BegunIn(step), done.BegunIn(step)));
        Assert.Null(begun.BegunIn(@case.Second));
        Assert.Null(Code("course").BegunIn(step));
    }

    [Theory]
    [InlineData(12, LawUnit.Month, "2026-03-01", "2027-03-01")]
    [InlineData(12, LawUnit.Month, "2024-02-29", "2025-02-28")]
    [InlineData(3, LawUnit.Month, "2026-11-30", "2027-02-28")]
    [InlineData(6, LawUnit.Week, "2026-01-01", "2026-02-12")]
    [InlineData(5, LawUnit.Day, "2026-12-30", "2027-01-04")]
    [InlineData(3, LawUnit.Month, "2016-06-30", null)]
    [InlineData(3, LawUnit.Month, "2016-07-01", "2016-10-01")]
    [InlineData(3, LawUnit.Month, "2029-12-31", "2030-03-31")]
    [InlineData(3, LawUnit.Month, "2030-01-01", null)]
    [InlineData(null, null, "2026-03-01", null)]
    public void The_law_ends_what_began_while_it_holds_after_days_weeks_or_months_as_it_counts_them(int? after, LawUnit? unit, string from, string? last)
    {
        var code = new FactCode
        {
            Kind = FactKind.CourseEntitlement, Code = "x", NameDe = "x", NameEn = "x", Source = "x", LapsesAfter = after, LapsesUnit = unit,
            LapsesValidFrom = new(2016, 7, 1), LapsesValidTo = new(2029, 12, 31),
        };
        Assert.Equal(last is null ? null : DateOnly.Parse(last, null), code.LastDayByLaw(DateOnly.Parse(from, null)));
    }

    private static FactCode Code(string code, string? step = null, bool whenDone = false) => new()
    {
        Kind = FactKind.Benefit,
        Code = code,
        NameDe = code,
        NameEn = code,
        Source = "Test",
        ValidFrom = new DateOnly(2005, 1, 1),
        ValidTo = new DateOnly(2030, 12, 31),
        BegunByStep = step,
        BegunWhenDone = whenDone,
    };
}
