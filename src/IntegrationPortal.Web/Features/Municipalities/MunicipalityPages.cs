using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Municipalities;

/// <summary>All municipalities that have joined.</summary>
public sealed record MunicipalityList(IReadOnlyList<MunicipalityRow> Rows);

public sealed record MunicipalityRow(string Key, string Name, KeyKind KeyKind, string State, int? Phase, string? Track);

/// <summary>One municipality: only what is public.</summary>
/// <param name="Cohort">The phase of the programme it came with, as it was announced.</param>
public sealed record MunicipalityPage(MunicipalityRow Row, int? Population, PlaceMap? Map, ProgrammePhase? Cohort, PlacePractice Practice, PublicContact? Contact);

/// <summary>What others can learn from a municipality.</summary>
/// <param name="Entries">What the handbook has about it, the newest first.</param>
/// <param name="Found">How many there are altogether.</param>
/// <param name="Adopted">What it adopted from others, as far as it has released that.</param>
public sealed record PlacePractice(IReadOnlyList<HandbookRow> Entries, int Found, IReadOnlyList<AdoptedEntry> Adopted)
{
    /// <summary>So many are listed; the handbook has the rest.</summary>
    public const int Most = 10;
}
