namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the public handbook.</summary>
public sealed class HandbookTexts;
