namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the page after sign-in.</summary>
public sealed class WorklistTexts;
