namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of a concern: calling for help, and answering.</summary>
public sealed class ConcernsTexts;
