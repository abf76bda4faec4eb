namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of charts and of the numbers in them.</summary>
public sealed class ChartTexts;
