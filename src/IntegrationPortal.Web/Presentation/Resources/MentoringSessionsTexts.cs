namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the form for a meeting and of the answer to it.</summary>
public sealed class MentoringSessionsTexts;
