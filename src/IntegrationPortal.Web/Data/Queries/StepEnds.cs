using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>How a step of a case came to its end, from the timeline: what its reopening asks.</summary>
public static class StepEnds
{
    private static readonly HandoverState[] ComesToNothing = [HandoverState.Declined, HandoverState.Withdrawn, HandoverState.Expired, HandoverState.Returned];

    public static async Task<StepEnd> EndOfStepAsync(this PortalDbContext db, CasePath path, CaseStep step, CancellationToken cancellation)
    {
        var end = await db.CaseEvents
            .Where(e => e.CaseId == path.Id && e.StepId == step.Id && (e.Kind == CaseEventKind.StepFinished || e.Kind == CaseEventKind.StepSkipped))
            .OrderByDescending(e => e.Id).Select(e => new { e.ActorId, e.RecordedAt }).FirstOrDefaultAsync(cancellation);
        if (end is null)
            return new StepEnd(null, false);
        var handedOn = await db.Handovers.Where(h => h.CaseId == path.Id && h.SentAt >= end.RecordedAt && !ComesToNothing.Contains(h.State))
            .SelectMany(h => h.Steps).Select(s => s.StepId).ToListAsync(cancellation);
        return new StepEnd(end.ActorId, path.Steps.Any(s => s.FurtherKey == step.FurtherKey && s.Position > step.Position && handedOn.Contains(s.Id)));
    }
}
