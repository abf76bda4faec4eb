using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>The accounts of the portal page by page, for operations.</summary>
/// <param name="Search">The words that were searched; null when nobody searched.</param>
public sealed record AccountsPage(AccountFilter Filter, string? Search, IReadOnlyList<AccountRow> Rows, string? NextHref)
{
    public IEnumerable<Choice> States { get; init; } = [];

    public IEnumerable<Choice> Roles { get; init; } = [];
}

/// <summary>One account with its memberships; no case content.</summary>
public sealed record AccountRow(
    Guid Id, string Name, string Email, bool Locked, bool Closed, bool Own, IReadOnlyList<AccountHat> Hats, bool HasSecondFactor);

/// <summary>Role and municipality of one membership.</summary>
public sealed record AccountHat(Role Role, string? Tenant);

/// <summary>What closing an account means, before it is done.</summary>
public sealed record CloseAccountPage(Guid Id, string Name, string Email, IReadOnlyList<AccountHat> Hats);
