namespace IntegrationPortal.Domain.Tenancy;

/// <summary>Who does a deed, and on behalf of which actor: a user wearing one hat.</summary>
public sealed record Officer(Guid UserId, string DisplayName, Guid TenantId, Guid ActorId, string ActorKind, Role Role)
{
    /// <summary>
    /// Somebody of an actor without an account who answers what was printed for them. The portal knows of them what they write themselves: their
    /// name and what they do there.
    /// </summary>
    public static Officer OnPaper(Guid tenantId, Guid actorId, string actorKind, string says) =>
        new(Guid.Empty, says, tenantId, actorId, actorKind, Role.CaseWorker);

    /// <summary>The account that acts; null for whoever answers on paper.</summary>
    public Guid? Account => UserId == Guid.Empty ? null : UserId;

    /// <summary>True for the municipality's coordination, which may steer every path of its municipality.</summary>
    public bool Coordinates => Role == Role.Coordinator;

    /// <summary>True for whoever coordinates the volunteers of this organisation; of others nobody sees the volunteers.</summary>
    public bool LeadsVolunteersOf(Guid actorId) => Role == Role.VolunteerCoordinator && ActorId == actorId;
}
