namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Sending, receiving and following handovers.</summary>
public sealed class HandoversTexts;
