namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of surveys: opening, handing out, reading.</summary>
public sealed class SurveysTexts;
