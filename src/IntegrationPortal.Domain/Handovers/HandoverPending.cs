namespace IntegrationPortal.Domain.Handovers;

/// <summary>What a handover in this state keeps waiting.</summary>
public static class HandoverPending
{
    public static IEnumerable<Pending> Of(HandoverKind kind, HandoverState state)
    {
        if (state == HandoverState.ClarificationRequested)
            yield return Pending.OpenQuestion;
        if (state.IsOpen())
            yield return kind == HandoverKind.Transfer ? Pending.OpenTransfer : Pending.OpenReferral;
        if (state.IsRunning())
            yield return Pending.RunningHandover;
    }
}
