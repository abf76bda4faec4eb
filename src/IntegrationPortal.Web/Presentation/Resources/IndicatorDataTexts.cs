namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for entering numbers of indicators and setting targets.</summary>
public sealed class IndicatorDataTexts;
