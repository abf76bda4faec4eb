using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;

namespace IntegrationPortal.Web.Data.Knowledge;

/// <summary>
/// What a municipality lets everybody read about what it adopted. PostgreSQL writes it by itself when a plan is released
/// (adoption-walls.sql); what is not released cannot stand here.
/// </summary>
public sealed class ReleasedAdoption
{
    public Guid AdoptionId { get; init; }

    public Guid EntryId { get; init; }

    public Guid MunicipalityId { get; init; }

    public required string Municipality { get; init; }

    public DateOnly AdoptedOn { get; init; }

    public string? Adaptation { get; init; }

    /// <summary>Null while nobody knows yet.</summary>
    public AdoptionOutcome? Outcome { get; init; }

    public string? Result { get; init; }

    public EvidenceGrade? Evidence { get; init; }

    public DateOnly? ReportedOn { get; init; }
}
