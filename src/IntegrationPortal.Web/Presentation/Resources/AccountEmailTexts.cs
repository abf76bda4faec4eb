namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Another e-mail address for the own account.</summary>
public sealed class AccountEmailTexts;
