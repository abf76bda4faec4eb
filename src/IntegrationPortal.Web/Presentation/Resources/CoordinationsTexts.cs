namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>How a municipality begins.</summary>
public sealed class CoordinationsTexts;
