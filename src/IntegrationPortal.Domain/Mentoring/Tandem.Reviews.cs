using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>The quality check: every half year of an active tandem both sides are asked how it goes.</summary>
public sealed partial class Tandem
{
    /// <summary>The due day of which both were reminded last.</summary>
    public DateOnly? RemindedOfReviewDue { get; private set; }

    /// <summary>When this side is asked next; null while the tandem is not active.</summary>
    /// <param name="lastAnswer">When this side answered last; an answer about an earlier mentor does not count.</param>
    public DateOnly? ReviewDueOn(DateOnly? lastAnswer, MentoringRules rules) =>
        State != TandemState.Active || ActiveSince is not { } since ? null
        : (lastAnswer > since ? lastAnswer.Value : since).AddMonths(rules.ReviewMonths);

    /// <summary>For which side does this officer answer? Null for everybody else.</summary>
    public ReviewSide? ReviewSideOf(Volunteer? mentor, Officer by) =>
        by.LeadsVolunteersOf(ActorId) ? ReviewSide.Coordination
        : mentor is not null && mentor.Id == Mentor?.VolunteerId && IsSelf(mentor, by) ? ReviewSide.Mentor
        : null;

    public Refusal? WhyNotReview(Volunteer? mentor, DateOnly? lastAnswer, Officer by, MentoringRules rules, DateOnly today) =>
        ReviewSideOf(mentor, by) is null ? new Refusal("tandem-not-mentor")
        : ReviewDueOn(lastAnswer, rules) is not { } due ? new Refusal("review-only-active")
        : due > today ? new Refusal("review-not-due", due)
        : null;

    public TandemReview Review(Guid id, Volunteer? mentor, TrafficLight light, string? text, DateOnly? lastAnswer, Officer by, MentoringRules rules, DateTimeOffset now)
    {
        Refusal.If(WhyNotReview(mentor, lastAnswer, by, rules, Day(now)));
        return new TandemReview(this, id, ReviewSideOf(mentor, by)!.Value, light, text, ReviewDueOn(lastAnswer, rules)!.Value, by, now);
    }

    /// <param name="dues">When each side is asked next.</param>
    /// <returns>True when whoever has not answered is to be reminded now: once for each due day.</returns>
    public bool RemindOfReview(IEnumerable<DateOnly?> dues, DateOnly today)
    {
        if (dues.Where(d => d <= today).Max() is not { } due || due <= RemindedOfReviewDue)
            return false;
        RemindedOfReviewDue = due;
        return true;
    }
}
