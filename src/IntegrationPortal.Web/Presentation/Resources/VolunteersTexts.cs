namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages about volunteers.</summary>
public sealed class VolunteersTexts;
