namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of workshops and their feedback.</summary>
public sealed class WorkshopsTexts;
