namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of telling an actor of a case when a tandem met.</summary>
public sealed class MeetingSharesTexts;
