namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages about one pilot.</summary>
public sealed class PilotsTexts;
