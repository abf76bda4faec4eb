namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for restricting the processing of data and lifting that.</summary>
public sealed class RestrictionsTexts;
