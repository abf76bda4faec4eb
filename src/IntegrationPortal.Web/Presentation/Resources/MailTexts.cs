namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Subjects and bodies of the mails; none names a person.</summary>
public sealed class MailTexts;
