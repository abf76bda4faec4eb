namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for recording dated facts.</summary>
public sealed class FactsTexts;
