using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Municipalities;

/// <summary>All municipalities that have joined.</summary>
public sealed record MunicipalityList(IReadOnlyList<MunicipalityRow> Rows);

public sealed record MunicipalityRow(string Key, string Name, KeyKind KeyKind, string State, int? Phase, string? Track);

/// <summary>One municipality: only what is public.</summary>
public sealed record MunicipalityPage(MunicipalityRow Row, int? Population, PlaceMap? Map);
