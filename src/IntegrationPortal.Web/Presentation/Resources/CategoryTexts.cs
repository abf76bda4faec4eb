namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Names of the data categories.</summary>
public sealed class CategoryTexts;
