namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Names of the roles and hats.</summary>
public sealed class RoleTexts;
