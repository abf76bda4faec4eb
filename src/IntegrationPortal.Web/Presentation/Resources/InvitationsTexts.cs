namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>The page behind the link of an invitation.</summary>
public sealed class InvitationsTexts;
