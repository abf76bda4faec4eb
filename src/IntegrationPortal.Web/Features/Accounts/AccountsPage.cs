using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>All accounts of the portal, for operations.</summary>
public sealed record AccountsPage(string? Search, IReadOnlyList<AccountRow> Rows, bool More);

/// <summary>One account with its memberships; no case content.</summary>
public sealed record AccountRow(
    Guid Id, string Name, string Email, bool Locked, bool Closed, bool Own, IReadOnlyList<AccountHat> Hats, bool HasSecondFactor);

/// <summary>Role and municipality of one membership.</summary>
public sealed record AccountHat(Role Role, string? Tenant);

/// <summary>What closing an account means, before it is done.</summary>
public sealed record CloseAccountPage(Guid Id, string Name, string Email, IReadOnlyList<AccountHat> Hats);
