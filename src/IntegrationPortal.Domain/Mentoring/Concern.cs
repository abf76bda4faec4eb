using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// "I need the coordination": apart from all sessions, confidential, for the named professional only. Not answered in time, or
/// with nobody there who could answer, it is shown to the other coordinators of the organisation too. Volunteers are never asked to find out more.
/// </summary>
public sealed class Concern : ITenantScoped
{
    public const int TextLength = 1000;

    private Concern()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid TandemId { get; private set; }

    public Guid RaisedByUserId { get; private set; }

    /// <summary>The professional who answers for the tandem.</summary>
    public Guid ForUserId { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsAcute { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>Last day for an answer, in working days of the place.</summary>
    public DateOnly AnswerBy { get; private set; }

    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>What is done now, for whoever raised it.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredByUserId { get; private set; }

    /// <summary>Whoever may write meetings of the tandem may call for help in it.</summary>
    public static Concern Raise(
        Guid id, Tandem tandem, Volunteer volunteer, string text, bool isAcute, Officer by, MentoringRules rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(tandem.WhyNotWrite(volunteer, by));
        return new Concern
        {
            TenantId = tandem.TenantId,
            Id = id,
            ActorId = tandem.ActorId,
            TandemId = tandem.Id,
            RaisedByUserId = by.UserId,
            ForUserId = tandem.ResponsibleUserId,
            Text = text,
            IsAcute = isAcute,
            RaisedAt = now,
            AnswerBy = calendar.Add(GermanTime.DayOf(now), rules.ConcernDays),
        };
    }

    public Refusal? WhyNotRespond(Officer by) =>
        !by.LeadsVolunteersOf(ActorId) || (by.UserId != ForUserId && EscalatedAt is null) ? new Refusal("concern-not-yours")
        : AnsweredAt is not null ? new Refusal("concern-answered-already")
        : null;

    public void Respond(string text, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRespond(by));
        (Answer, AnsweredAt, AnsweredByUserId) = (text, now, by.UserId);
    }

    public bool IsLateOn(DateOnly day) => AnsweredAt is null && AnswerBy < day;

    /// <summary>Nobody answered in time, or whom it is for has left: the other coordinators see it too.</summary>
    /// <param name="coordinators">Who coordinates the volunteers of the organisation now.</param>
    /// <returns>True when it was this that happened now.</returns>
    public bool Escalate(IReadOnlyCollection<Guid> coordinators, DateTimeOffset now)
    {
        if (EscalatedAt is not null || AnsweredAt is not null)
            return false;
        if (coordinators.Contains(ForUserId) && !IsLateOn(GermanTime.DayOf(now)))
            return false;
        EscalatedAt = now;
        return true;
    }
}
