namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the first page of mentoring, for volunteers and for their coordination.</summary>
public sealed class MentoringTexts;
