namespace IntegrationPortal.Domain.Handovers;

/// <summary>Whether the receiver joins or takes the lead.</summary>
public enum HandoverKind
{
    /// <summary>Beteiligung: the receiver joins, the sender keeps the lead.</summary>
    Referral,

    /// <summary>Abgabe: the lead moves with the acceptance. At most one is open per case.</summary>
    Transfer,
}

/// <summary>Where a handover stands. Until <see cref="Accepted"/> nothing has moved and the sender is responsible.</summary>
public enum HandoverState
{
    /// <summary>Waits for the receiver; the receiver's clock runs.</summary>
    Sent,

    /// <summary>The receiver asked back; the sender's clock runs.</summary>
    ClarificationRequested,

    /// <summary>The receiver takes part, and leads after a transfer.</summary>
    Accepted,

    /// <summary>The person was there: a different fact from "accepted".</summary>
    Arrived,

    /// <summary>Done, with an end-of-service report.</summary>
    Completed,

    /// <summary>The receiver said no, with a reason from the list.</summary>
    Declined,

    /// <summary>The sender or the coordination took it back before an answer.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time; it went back to the sender.</summary>
    Expired,

    /// <summary>The receiver gave it back after accepting; lead and participation are as they were.</summary>
    Returned,
}

/// <summary>Why a receiver declines (fixed list).</summary>
public enum DeclineReason
{
    NotResponsible,
    InformationMissing,
    NoCapacity,
    PersonUnreachable,
    PersonDeclined,
    Duplicate,
}

/// <summary>What can be done with a handover.</summary>
public enum HandoverDeed
{
    AskBack,
    Answer,
    Accept,
    Decline,
    Withdraw,
    Expire,
    Arrive,
    Complete,
    Return,
}

/// <summary>Whose deed it is.</summary>
public enum HandoverSide
{
    Receiver,
    Sender,
    SenderOrCoordination,
    Clock,
}

/// <summary>One row of the table: from which states, by whom, to which state.</summary>
public sealed record HandoverMove(HandoverSide Side, HandoverState To, params HandoverState[] From);

/// <summary>The one table of allowed moves of a handover.</summary>
public static class HandoverMoves
{
    public static IReadOnlyDictionary<HandoverDeed, HandoverMove> Table { get; } = new Dictionary<HandoverDeed, HandoverMove>
    {
        [HandoverDeed.AskBack] = new(HandoverSide.Receiver, HandoverState.ClarificationRequested, HandoverState.Sent),
        [HandoverDeed.Answer] = new(HandoverSide.Sender, HandoverState.Sent, HandoverState.ClarificationRequested),
        [HandoverDeed.Accept] = new(HandoverSide.Receiver, HandoverState.Accepted, HandoverState.Sent),
        [HandoverDeed.Decline] = new(HandoverSide.Receiver, HandoverState.Declined, HandoverState.Sent, HandoverState.ClarificationRequested),
        [HandoverDeed.Withdraw] = new(HandoverSide.SenderOrCoordination, HandoverState.Withdrawn, HandoverState.Sent, HandoverState.ClarificationRequested),
        [HandoverDeed.Expire] = new(HandoverSide.Clock, HandoverState.Expired, HandoverState.Sent, HandoverState.ClarificationRequested),
        [HandoverDeed.Arrive] = new(HandoverSide.Receiver, HandoverState.Arrived, HandoverState.Accepted),
        [HandoverDeed.Complete] = new(HandoverSide.Receiver, HandoverState.Completed, HandoverState.Arrived),
        [HandoverDeed.Return] = new(HandoverSide.Receiver, HandoverState.Returned, HandoverState.Accepted, HandoverState.Arrived),
    };

    /// <summary>True while nobody has answered for good.</summary>
    public static bool IsOpen(this HandoverState state) => state is HandoverState.Sent or HandoverState.ClarificationRequested;

    /// <summary>True while the receiver works on it.</summary>
    public static bool IsRunning(this HandoverState state) => state is HandoverState.Accepted or HandoverState.Arrived;
}
