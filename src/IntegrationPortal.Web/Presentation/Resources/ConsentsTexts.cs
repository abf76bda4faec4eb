namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for recording a consent.</summary>
public sealed class ConsentsTexts;
