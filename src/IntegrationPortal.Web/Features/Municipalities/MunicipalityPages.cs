using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Municipalities;

/// <summary>All municipalities that have joined.</summary>
public sealed record MunicipalityList(IReadOnlyList<MunicipalityRow> Rows);

public sealed record MunicipalityRow(string Key, string Name, KeyKind KeyKind, string State, int? Phase, string? Track);

/// <summary>One municipality: only what is public.</summary>
/// <param name="Cohort">The phase of the programme it came with, as it was announced.</param>
public sealed record MunicipalityPage(MunicipalityRow Row, int? Population, PlaceMap? Map, ProgrammePhase? Cohort);
