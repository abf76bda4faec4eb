namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of what an actor offers.</summary>
public sealed class ActorServicesTexts;
