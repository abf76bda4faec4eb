using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.HandbookProcesses;

/// <summary>All processes, in the version that holds.</summary>
public sealed record ProcessList(IReadOnlyList<ProcessTemplate> Templates, DateOnly Today);

/// <summary>One process in one version.</summary>
public sealed record ProcessPage(
    ProcessTemplate Template, IReadOnlyList<ProcessTemplate> Versions, Lanes Lanes, IReadOnlyDictionary<string, Bilingual> Actors,
    DateOnly Today, IReadOnlyList<TemplateChange> Changes, ProcessTemplate? Before, IReadOnlyList<HandbookRow> Related)
{
    public bool IsInForce => Template.IsInForceOn(Today);

    public string Actor(string kind) => Actors.TryGetValue(kind, out var name) ? name.ToString() : kind;
}
