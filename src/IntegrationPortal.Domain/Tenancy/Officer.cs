namespace IntegrationPortal.Domain.Tenancy;

/// <summary>Who does a deed, and on behalf of which actor: a user wearing one hat.</summary>
public sealed record Officer(Guid UserId, string DisplayName, Guid TenantId, Guid ActorId, string ActorKind, Role Role)
{
    /// <summary>True for the municipality's coordination, which may steer every path of its municipality.</summary>
    public bool Coordinates => Role == Role.Coordinator;

    /// <summary>True for whoever coordinates the volunteers of this organisation; of others nobody sees the volunteers.</summary>
    public bool LeadsVolunteersOf(Guid actorId) => Role == Role.VolunteerCoordinator && ActorId == actorId;
}
