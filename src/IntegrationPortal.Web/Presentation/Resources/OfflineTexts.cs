namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words about what waits on a phone to be sent.</summary>
public sealed class OfflineTexts;
