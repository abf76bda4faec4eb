namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Accessibility statement, privacy notice and legal notice.</summary>
public sealed class LegalTexts;
