using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Knowledge;

/// <summary>Who writes or reviews, and for which office. Pages name the office and never the person.</summary>
/// <param name="MunicipalityId">Null for the foundation and its facilitators.</param>
public sealed record Writer(Guid UserId, Role Role, Guid? MunicipalityId, string Office)
{
    public const int OfficeLength = 200;

    /// <summary>May this person write for that municipality, or for the foundation (null)?</summary>
    public bool WritesFor(Guid? municipality) => municipality is null
        ? Role is Role.FoundationStaff or Role.ProcessFacilitator && MunicipalityId is null
        : MunicipalityId == municipality && Role is Role.Coordinator or Role.CaseWorker or Role.ActorManager or Role.VolunteerCoordinator;

    public bool Reviews => Role == Role.FoundationStaff;
}
