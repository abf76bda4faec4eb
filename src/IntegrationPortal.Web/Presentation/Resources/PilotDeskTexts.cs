namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the facilitator's desk.</summary>
public sealed class PilotDeskTexts;
