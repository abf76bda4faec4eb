namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the people of the programme.</summary>
public sealed class PeopleTexts;
