namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of mentoring in numbers.</summary>
public sealed class MentoringFiguresTexts;
