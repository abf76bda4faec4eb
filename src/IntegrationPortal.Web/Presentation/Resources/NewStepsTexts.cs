namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for adding a step to a case.</summary>
public sealed class NewStepsTexts;
