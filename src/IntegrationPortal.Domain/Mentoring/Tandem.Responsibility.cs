using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>Who answers for a tandem: whoever opened it, until a colleague takes it over. Nobody gives it to somebody else.</summary>
public sealed partial class Tandem
{
    /// <summary>Whoever coordinates the volunteers of the organisation may, whether the one before has left, is away or has too much to do.</summary>
    public Refusal? WhyNotTakeOver(Officer by) =>
        !by.LeadsVolunteersOf(ActorId) ? new Refusal("mentoring-coordination-only")
        : State == TandemState.Ended ? new Refusal("tandem-over")
        : null;

    /// <returns>False where it is theirs already, and nothing has changed.</returns>
    public bool TakeOver(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotTakeOver(by));
        if (by.UserId == ResponsibleUserId)
            return false;
        ResponsibleUserId = by.UserId;
        events.Add(TandemEvent.OfTakeover(this, by, now));
        return true;
    }
}
