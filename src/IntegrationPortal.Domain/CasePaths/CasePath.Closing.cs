using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>
/// A case ends, and is read from then on and not written. Its steps stay as they were that day: nobody says of what was left undone that it
/// was not needed. They are nobody's turn and have no deadline that anybody is reminded of.
/// </summary>
public sealed partial class CasePath
{
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When it was closed last, also after it was reopened: whose participation ended at this moment ended with the case.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public ClosureReason? ClosureReason { get; private set; }

    /// <summary>The day on which the record is due for deletion; null while the case runs.</summary>
    public DateOnly? EraseOn { get; private set; }

    /// <summary>Null while the case runs.</summary>
    public CaseClosure? Closure => ClosedOn is { } on && ClosureReason is { } why && EraseOn is { } erase ? new CaseClosure(on, why, erase) : null;

    /// <summary>Everything but reading it and reopening it.</summary>
    public Refusal? WhyNotRunning() => ClosedOn is { } day ? new Refusal("case-closed", day) : null;

    /// <summary>May this officer close the case? The lead or the coordination that takes part, once nobody waits for an answer.</summary>
    public Refusal? WhyNotClose(Officer by, IEnumerable<Pending> pending) =>
        WhyNotSteer(by) ?? WhilePending.WhyNot(PendingDeed.CloseCase, pending);

    /// <summary>Whoever leads or coordinates and takes part, while the case runs.</summary>
    public Refusal? WhyNotSteer(Officer by) => WhyNotWrite(by) ?? WhyNotLead(by);

    /// <summary>Can the case have ended on this day? Not before there was one, and not in the future.</summary>
    public Refusal? WhyNotCloseOn(DateOnly day, DateTimeOffset now) =>
        day > GermanTime.DayOf(now) ? new Refusal("case-closed-in-future")
        : day < GermanTime.DayOf(OpenedAt) ? new Refusal("case-closed-before-opened", GermanTime.DayOf(OpenedAt))
        : null;

    /// <summary>
    /// The lead and the coordination go on reading; the access of all others ends now. An emergency has an end of its own.
    /// </summary>
    /// <param name="coordinations">The actors that coordinate the municipality.</param>
    public void Close(ClosingDetails details, IReadOnlyCollection<Guid> coordinations, IEnumerable<Pending> pending, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotClose(by, pending) ?? WhyNotCloseOn(details.On, now));
        (ClosedOn, ClosedAt, ClosureReason, EraseOn) = (details.On, now, details.Reason, details.EraseOn);
        foreach (var step in steps)
            step.Turn(false);
        NextDueOn = null;
        foreach (var participation in EndingWithClosure(coordinations).ToList())
            participation.Rest(now);
        Record(CaseEventKind.CaseClosed, by, now, subject: details.Reason.ToString(), reason: details.Note, happenedAt: MomentOf(details.On, now));
    }

    /// <summary>Who takes part and reads no more once the case is closed.</summary>
    public IEnumerable<Participation> EndingWithClosure(IReadOnlyCollection<Guid> coordinations) =>
        participations.Where(p => TakesPart(p.ActorId) && p.ActorId != LeadActorId && !coordinations.Contains(p.ActorId));

    /// <summary>May this officer take the case up again? Whoever could have closed it.</summary>
    public Refusal? WhyNotReopen(Officer by) =>
        WhyNotTakingPart(by) ?? (ClosedOn is null ? new Refusal("case-runs") : WhyNotLead(by));

    /// <summary>Whose participation ended with the case and would be given back: what a ground that still holds covers.</summary>
    public IEnumerable<Participation> ComingBack(DateOnly today) =>
        participations.Where(p => !p.IsActive && ClosedAt is not null && p.Until == ClosedAt && p.MayResume(today));

    /// <summary>Everything is as it was, as far as grounds still hold; for a step whose actor does not come back the lead stands in.</summary>
    public void Reopen(string reason, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotReopen(by));
        var today = GermanTime.DayOf(now);
        foreach (var participation in ComingBack(today).ToList())
            participation.Resume(today);
        (ClosedOn, ClosureReason, EraseOn) = (null, null, null);
        foreach (var step in steps.Where(s => s.State.IsOpen() && !TakesPart(s.ResponsibleActorId)))
            step.Assign(LeadActorId, standsIn: true);
        Project(today, calendar);
        Record(CaseEventKind.CaseReopened, by, now, reason: reason);
    }

    /// <summary>What the lead and the coordination do and nobody else.</summary>
    private Refusal? WhyNotLead(Officer by) => by.ActorId == LeadActorId || by.Coordinates ? null : new Refusal("case-not-lead");
}
