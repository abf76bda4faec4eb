namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of what a municipality adopted from the handbook.</summary>
public sealed class AdoptionsTexts;
