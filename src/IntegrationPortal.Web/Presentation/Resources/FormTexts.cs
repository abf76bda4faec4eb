namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Messages of forms: missing, too long, not a date.</summary>
public sealed class FormTexts;
