using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>Every half year both sides of an active tandem are asked how it goes.</summary>
public sealed class ReviewTests
{
    private static readonly DateTimeOffset Later = Initiative.Now.AddMonths(6);
    private readonly Initiative _initiative = new();

    [Fact]
    public void It_is_asked_half_a_year_after_it_became_active_and_half_a_year_after_each_answer()
    {
        var tandem = _initiative.Active();
        Assert.Equal(Initiative.Today.AddMonths(6), tandem.ReviewDueOn(null, Initiative.Rules));
        Assert.Equal(Initiative.Today.AddMonths(14), tandem.ReviewDueOn(Initiative.Today.AddMonths(8), Initiative.Rules));
        // What was said about an earlier mentor does not count for this one.
        Assert.Equal(Initiative.Today.AddMonths(6), tandem.ReviewDueOn(Initiative.Today.AddMonths(-1), Initiative.Rules));
        Assert.Null(new Initiative().OnTrial().ReviewDueOn(null, Initiative.Rules));
    }

    [Fact]
    public void Both_sides_answer_each_for_themselves_and_nobody_else_does()
    {
        var tandem = _initiative.Active();
        Assert.Equal(ReviewSide.Mentor, Review(tandem, _initiative.Mentor).Side);
        Assert.Equal(ReviewSide.Coordination, Review(tandem, _initiative.Colleague).Side);
        Refused.With("tandem-not-mentor", () => Review(tandem, Initiative.Stranger));
        Refused.With("tandem-not-mentor", () => Review(tandem, _initiative.Mentor with { UserId = Guid.NewGuid() }));
    }

    [Fact]
    public void Nobody_answers_before_it_is_asked_nor_when_it_is_no_longer_active()
    {
        var tandem = _initiative.Active();
        Refused.With("review-not-due", () => tandem.Review(
            Guid.NewGuid(), _initiative.Volunteer, TrafficLight.Good, null, null, _initiative.Mentor, Initiative.Rules, Later.AddDays(-1)));
        tandem.Pause(_initiative.Coordinator, Initiative.Now);
        Refused.With("review-only-active", () => Review(tandem, _initiative.Mentor));
    }

    [Fact]
    public void Whoever_has_not_answered_is_reminded_once_for_each_time_it_is_asked()
    {
        var tandem = _initiative.Active();
        var due = Initiative.Today.AddMonths(6);
        Assert.False(tandem.RemindOfReview([due, due], due.AddDays(-1)));
        Assert.True(tandem.RemindOfReview([due, due], due));
        Assert.False(tandem.RemindOfReview([due, due], due.AddDays(30)));
        Assert.False(tandem.RemindOfReview([due.AddMonths(6), due], due.AddDays(30)));
        Assert.True(tandem.RemindOfReview([due.AddMonths(6), due], due.AddMonths(6)));
    }

    private TandemReview Review(Tandem tandem, Domain.Tenancy.Officer by) =>
        tandem.Review(Guid.NewGuid(), _initiative.Volunteer, TrafficLight.Good, "Gut", null, by, Initiative.Rules, Later);
}
