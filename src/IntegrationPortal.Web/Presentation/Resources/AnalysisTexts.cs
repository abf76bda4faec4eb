namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the process analysis.</summary>
public sealed class AnalysisTexts;
