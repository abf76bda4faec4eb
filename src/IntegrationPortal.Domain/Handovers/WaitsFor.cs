namespace IntegrationPortal.Domain.Handovers;

/// <summary>In which state a handover waits for whom: the one definition of "waits for me" for pages, counts and lists.</summary>
public static class WaitsFor
{
    /// <summary>Sent, and not answered yet.</summary>
    public const HandoverState Receiver = HandoverState.Sent;

    /// <summary>The receiver has asked back.</summary>
    public const HandoverState Sender = HandoverState.ClarificationRequested;
}
