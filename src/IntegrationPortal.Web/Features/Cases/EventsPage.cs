using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Older events of a case.</summary>
public sealed record EventsPage(string CaseHref, string Number, TimelineView Timeline);
