namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of how an actor is reached.</summary>
public sealed class ActorContactsTexts;
