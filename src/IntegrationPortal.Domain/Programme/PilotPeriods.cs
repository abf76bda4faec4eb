namespace IntegrationPortal.Domain.Programme;

/// <summary>The programme ends early for a pilot.</summary>
/// <param name="Leaves">What stays there of what was begun.</param>
public sealed record Withdrawal(DateOnly On, string Reason, string Leaves);

/// <summary>The municipality and the foundation have agreed to work together from one day to another.</summary>
public sealed class PilotAgreement : IOfPilot
{
    private PilotAgreement()
    {
    }

    internal PilotAgreement(Pilot pilot, Guid id, DateOnly signedOn, DateOnly fromOn, DateOnly untilOn, string signedFor) =>
        (PilotId, Id, SignedOn, FromOn, UntilOn, SignedFor) = (pilot.PilotId, id, signedOn, fromOn, untilOn, signedFor);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public DateOnly SignedOn { get; private set; }

    public DateOnly FromOn { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly UntilOn { get; private set; }

    /// <summary>The office that signed, not the person.</summary>
    public string SignedFor { get; private set; } = "";

    internal void Correct(DateOnly signedOn, DateOnly fromOn, DateOnly untilOn, string signedFor) =>
        (SignedOn, FromOn, UntilOn, SignedFor) = (signedOn, fromOn, untilOn, signedFor);
}

/// <summary>Who of the facilitators accompanies the pilot, one at a time. It is what opens the pilot to that person.</summary>
public sealed class PilotAssignment : IOfPilot
{
    private PilotAssignment()
    {
    }

    internal PilotAssignment(Pilot pilot, Guid id, Guid userId, DateOnly fromOn) => (PilotId, Id, UserId, FromOn) = (pilot.PilotId, id, userId, fromOn);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public DateOnly FromOn { get; private set; }

    /// <summary>The last day; null while it is open.</summary>
    public DateOnly? UntilOn { get; private set; }

    public bool HoldsOn(DateOnly day) => FromOn <= day && !(day > UntilOn);

    internal void End(DateOnly lastDay) => UntilOn = lastDay;
}
