namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the main navigation.</summary>
public sealed class NavigationTexts;
