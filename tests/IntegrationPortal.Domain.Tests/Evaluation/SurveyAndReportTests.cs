using IntegrationPortal.Domain.Evaluation;

namespace IntegrationPortal.Domain.Tests.Evaluation;

public sealed class SurveyAndReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly SurveyQuestionnaire Questions = new("q", SurveyAudience.Persons, "own", [], new Dictionary<string, SurveyWords>());

    [Fact]
    public void A_survey_ends_after_it_begins_not_in_the_past_and_not_beside_another_of_the_same_questions()
    {
        Assert.Equal("survey-ends-before-it-begins", Survey.WhyNotOpen(Today, Today.AddDays(-1), Today)!.Code);
        Assert.Equal("survey-in-the-past", Survey.WhyNotOpen(Today.AddDays(-9), Today.AddDays(-1), Today)!.Code);
        Assert.Equal("survey-too-long", Survey.WhyNotOpen(Today, Today.AddDays(181), Today)!.Code);
        var first = Open(Today, Today.AddDays(10), []);
        Assert.Equal("survey-overlaps", Refused(() => Open(Today.AddDays(10), Today.AddDays(20), [first])));
        Assert.True(Open(Today.AddDays(11), Today.AddDays(20), [first]).IsOpenOn(Today.AddDays(20)));
    }

    [Fact]
    public void Links_are_handed_out_in_sensible_numbers_while_it_runs()
    {
        var survey = Open(Today, Today.AddDays(10), []);
        Assert.Equal("survey-links-number", survey.WhyNotHandOut(4, Today)!.Code);
        Assert.Equal("survey-links-number", survey.WhyNotHandOut(101, Today)!.Code);
        Assert.Equal("survey-over", survey.WhyNotHandOut(5, Today.AddDays(11))!.Code);
        Assert.Null(survey.WhyNotHandOut(100, Today));
    }

    [Theory]
    [InlineData(2027, null, "report-year-to-come")]
    [InlineData(2026, null, null)]
    [InlineData(2025, null, "report-year-before-numbers")]
    [InlineData(2025, "2025-12-01", null)]
    [InlineData(2024, "2025-12-01", "report-year-before-numbers")]
    public void A_report_is_made_of_years_as_far_as_the_numbers_go_back(int year, string? numbersSince, string? no) => Assert.Equal(
        no, ProgressReport.WhyNotMake(year, numbersSince is null ? null : DateOnly.Parse(numbersSince, System.Globalization.CultureInfo.InvariantCulture), Today)?.Code);

    [Fact]
    public void A_report_is_released_with_all_its_texts_and_stays_as_it_was()
    {
        var report = ProgressReport.Make(Guid.NewGuid(), 2026, s => new Bilingual(s, s), null, Today, Now);
        report.Write("outlook", new Bilingual("", "x"), Now);
        Assert.Equal("report-text-missing", Refused(() => report.Release("{}", Now)));
        report.Write("outlook", new Bilingual("Es geht weiter.", "It goes on."), Now);
        report.Release("{}", Now);
        Assert.Equal("report-released", Refused(() => report.Write("outlook", new Bilingual("Anders", "Different"), Now)));
        Assert.Equal("report-released", Refused(() => report.Release("{}", Now)));
    }

    private static Survey Open(DateOnly from, DateOnly to, IEnumerable<Survey> others) => Survey.Open(Guid.NewGuid(), Questions, 12, from, to, others, Today, Now);

    private static string Refused(Action deed) => Assert.Throws<RefusedException>(deed).Refusal.Code;
}
