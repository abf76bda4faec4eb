namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages on which an office writes for the handbook.</summary>
public sealed class ContributionsTexts;
