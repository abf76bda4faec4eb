using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>A participation ends by hand: the actor itself is done, or the lead or the coordination says so.</summary>
public sealed partial class CasePath
{
    /// <summary>May this officer end the participation of this actor? Never that of the lead: the lead is handed over, or the case is closed.</summary>
    /// <param name="pending">Handovers of this case of which the actor is a side.</param>
    public Refusal? WhyNotEndParticipation(Guid actorId, IEnumerable<Pending> pending, Officer by) =>
        WhyNotWrite(by)
        ?? (actorId == by.ActorId ? null : WhyNotLead(by))
        ?? (actorId == LeadActorId ? new Refusal("participation-of-lead")
            : !TakesPart(actorId) ? new Refusal("participation-over")
            : WhilePending.WhyNot(actorId == by.ActorId ? PendingDeed.LeaveCase : PendingDeed.EndParticipation, pending));

    /// <summary>The lead stands in for its open steps. <see cref="Depart"/> does the rest in the same transaction.</summary>
    public void EndParticipation(Guid actorId, string reason, IEnumerable<Pending> pending, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotEndParticipation(actorId, pending, by));
        foreach (var step in OpenStepsOf(actorId).ToList())
            step.Assign(LeadActorId, standsIn: true);
        Record(CaseEventKind.ParticipationEnded, by, now, otherActorId: actorId, reason: reason);
        Settle(now, GermanTime.DayOf(now), calendar);
    }

    /// <summary>What the lead stands in for when the actor leaves.</summary>
    public IEnumerable<CaseStep> OpenStepsOf(Guid actorId) =>
        steps.Where(s => s.State.IsOpen() && s.ResponsibleActorId == actorId).OrderBy(s => s.Position);

    /// <summary>The actor sees the case no more. Saved last, since that may close it to the one who saves.</summary>
    public void Depart(Guid actorId, DateTimeOffset now) => ParticipationOf(actorId)?.End(GermanTime.DayOf(now), now);
}
