namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of self-assessments and the plan that follows from them.</summary>
public sealed class SelfAssessmentsTexts;
