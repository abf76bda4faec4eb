namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Staff of an actor and invitations to it.</summary>
public sealed class StaffTexts;
