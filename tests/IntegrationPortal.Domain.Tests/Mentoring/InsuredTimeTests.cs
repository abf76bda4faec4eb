using IntegrationPortal.Domain.Mentoring;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>From when until when a mentor is covered by the accident insurance.</summary>
public sealed class InsuredTimeTests
{
    [Fact]
    public void A_mentor_is_covered_from_the_beginning_of_the_trial_and_not_while_only_proposed()
    {
        var mentor = new Initiative().OnTrial().Mentor!;
        Assert.Equal(new InsuredTime(Initiative.Today, null), InsuredTime.Of(mentor, [Initiative.Today]));
        Assert.Null(InsuredTime.Of(mentor, [Initiative.Today.AddDays(-1)]));
        Assert.Null(InsuredTime.Of(new Initiative().Proposed().Mentor!, [Initiative.Today]));
    }

    [Fact]
    public void Of_a_year_only_the_days_in_it_count()
    {
        var time = new InsuredTime(new(2025, 11, 1), new(2026, 3, 31));
        Assert.Equal(new InsuredTime(new(2025, 11, 1), new(2025, 12, 31)), time.In(2025));
        Assert.Equal(new InsuredTime(new(2026, 1, 1), new(2026, 3, 31)), time.In(2026));
        Assert.Null(time.In(2027));
        Assert.Null(time.In(2024));
        Assert.Equal(new InsuredTime(new(2027, 1, 1), null), new InsuredTime(new(2025, 11, 1), null).In(2027));
    }
}
