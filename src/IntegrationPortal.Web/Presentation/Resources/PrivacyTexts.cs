namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages of the data protection officer.</summary>
public sealed class PrivacyTexts;
