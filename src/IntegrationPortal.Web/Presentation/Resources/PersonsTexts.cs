namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of a person's own page.</summary>
public sealed class PersonsTexts;
