namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Forgotten, reset and changed passwords.</summary>
public sealed class PasswordsTexts;
