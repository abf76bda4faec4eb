namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Dates and working days in people's words.</summary>
public sealed class TimeTexts;
