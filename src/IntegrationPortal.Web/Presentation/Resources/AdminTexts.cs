namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>State of mails and jobs, for operations.</summary>
public sealed class AdminTexts;
