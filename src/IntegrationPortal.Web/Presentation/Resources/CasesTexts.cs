namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the list of cases and of the case page.</summary>
public sealed class CasesTexts;
