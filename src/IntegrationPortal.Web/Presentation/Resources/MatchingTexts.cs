namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the page that proposes who could be whose mentor.</summary>
public sealed class MatchingTexts;
