using IntegrationPortal.Web.Data.Accounts;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>The own account: who I am here, and as what.</summary>
/// <param name="Waits">An address that was asked for and is not confirmed yet.</param>
public sealed record ProfilePage(
    string DisplayName, string Email, WaitingAddress? Waits, string Language, IReadOnlyList<HatChoice> Hats, Guid? HatThatIsOn, NameForm Form);

public sealed record WaitingAddress(string Address, DateTimeOffset Until);
