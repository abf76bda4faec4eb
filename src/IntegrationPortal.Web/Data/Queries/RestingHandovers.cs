using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Handovers that nobody has answered yet and that share something on a consent: without it they cannot be accepted.</summary>
public static class RestingHandovers
{
    public static IQueryable<Handover> RestingOn(this IQueryable<Handover> handovers, Consent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        var (caseId, consentId) = (consent.CaseId, consent.Id);
        return handovers.Where(h => h.CaseId == caseId && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested)
            && h.Grounds.Any(g => g.ConsentId == consentId)).OrderBy(h => h.Id);
    }
}
