namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages about one tandem.</summary>
public sealed class TandemsTexts;
