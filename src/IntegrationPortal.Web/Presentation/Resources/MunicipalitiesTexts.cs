namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages about participating municipalities.</summary>
public sealed class MunicipalitiesTexts;
