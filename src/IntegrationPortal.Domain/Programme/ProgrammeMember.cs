using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Programme;

/// <summary>Who does something for the programme.</summary>
/// <param name="MunicipalityId">Null for everybody but the people of a municipality.</param>
public sealed record ProgrammeMember(Guid UserId, Role Role, Guid? MunicipalityId)
{
    /// <summary>The foundation: all pilots, agreements, who accompanies whom.</summary>
    public bool Steers => Role == Role.FoundationStaff && MunicipalityId is null;

    public bool Facilitates => Role == Role.ProcessFacilitator && MunicipalityId is null;

    public bool Advises => Role == Role.AdvisoryBoard && MunicipalityId is null;

    /// <summary>The municipality's own coordination.</summary>
    public bool CoordinatesIn(Guid municipality) => Role == Role.Coordinator && MunicipalityId == municipality;
}
