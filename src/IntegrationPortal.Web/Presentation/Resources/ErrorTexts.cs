namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the error pages.</summary>
public sealed class ErrorTexts;
