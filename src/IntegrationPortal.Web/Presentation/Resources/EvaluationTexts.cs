namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the evaluation: plan, snapshots, comparison.</summary>
public sealed class EvaluationTexts;
