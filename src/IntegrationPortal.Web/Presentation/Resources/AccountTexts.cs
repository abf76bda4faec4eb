namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Sign-in, the own account and its hats.</summary>
public sealed class AccountTexts;
