namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>The own ways to sign in beside the password.</summary>
public sealed class SignInsTexts;
