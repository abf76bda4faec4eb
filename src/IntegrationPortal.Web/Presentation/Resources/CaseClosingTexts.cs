namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for closing a case and taking it up again.</summary>
public sealed class CaseClosingTexts;
