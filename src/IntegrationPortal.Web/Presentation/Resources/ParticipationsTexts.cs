namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for ending a participation.</summary>
public sealed class ParticipationsTexts;
