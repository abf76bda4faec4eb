using IntegrationPortal.Web.Data.Accounts;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>The own account: who I am here, and as what.</summary>
public sealed record ProfilePage(
    string DisplayName, string Email, string Language, IReadOnlyList<HatChoice> Hats, Guid? HatThatIsOn, NameForm Form);
