using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Mentoring;

/// <summary>The tandems of the volunteer who is signed in.</summary>
public sealed record CardsPage(MentoringDesk Desk);

/// <summary>What waits for the coordination, one page of tandems at a time.</summary>
public sealed record OverviewPage(MentoringOverview Overview, IReadOnlyList<ReviewDue> Reviews, MentoringRules Rules, int From)
{
    public const int RowsOfAPage = 50;

    public IEnumerable<TandemRow> Rows => Overview.Tandems.Skip(From).Take(RowsOfAPage);

    public string? NextHref => From + RowsOfAPage < Overview.Tandems.Count ? $"/mentoring?from={From + RowsOfAPage}" : null;
}
