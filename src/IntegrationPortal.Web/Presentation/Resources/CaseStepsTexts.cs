namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the steps of a case.</summary>
public sealed class CaseStepsTexts;
