namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the public start page.</summary>
public sealed class StartTexts;
