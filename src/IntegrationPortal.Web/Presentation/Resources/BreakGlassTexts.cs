namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of opening a case in an emergency.</summary>
public sealed class BreakGlassTexts;
