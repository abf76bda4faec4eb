namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the directory of actors.</summary>
public sealed class ActorsTexts;
