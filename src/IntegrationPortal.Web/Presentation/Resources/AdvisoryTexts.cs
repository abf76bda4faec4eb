namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the advisory board's reading room.</summary>
public sealed class AdvisoryTexts;
