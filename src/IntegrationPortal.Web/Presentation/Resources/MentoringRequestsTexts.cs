namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages about persons who wish a mentor.</summary>
public sealed class MentoringRequestsTexts;
