namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>The own second factor.</summary>
public sealed class SecondFactorsTexts;
