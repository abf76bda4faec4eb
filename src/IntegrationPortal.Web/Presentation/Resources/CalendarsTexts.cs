namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>The calendar that somebody subscribes to.</summary>
public sealed class CalendarsTexts;
