namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of bringing in a table of many people.</summary>
public sealed class CaseImportsTexts;
