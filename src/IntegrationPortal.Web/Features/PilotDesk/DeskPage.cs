using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.PilotDesk;

public sealed record DeskPage(IReadOnlyList<DeskCard> Cards, DateOnly Today)
{
    /// <summary>Those with something to do first.</summary>
    public IEnumerable<DeskCard> Waiting => Cards.Where(c => c.HasTasks);
}

/// <summary>One pilot on the desk.</summary>
/// <param name="CheckInWaits">The last quarter, while nobody has said how it was.</param>
public sealed record DeskCard(PilotFile File, PilotBaseline? Baseline, Quarter? CheckInWaits, IReadOnlyList<LateMilestone> Late, string? Now)
{
    public string Here => $"/programme/pilots/{File.Place.Key}";

    public bool HasTasks => CheckInWaits is not null || Late.Count > 0;
}

public sealed record LateMilestone(Milestone Milestone, string Title);
