namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Accounts of the portal, for operations.</summary>
public sealed class AccountsTexts;
