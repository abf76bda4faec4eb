namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words that every page uses.</summary>
public sealed class SharedTexts;
