namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages of indicators.</summary>
public sealed class IndicatorsTexts;
