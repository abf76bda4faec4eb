using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Reports that it is done and closes the steps that were handed over, in one save.</summary>
public sealed class CompleteHandover(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <returns>False when there is no such handover for this officer.</returns>
    public async Task<bool> RunAsync(Guid id, string report, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        handover.Complete(report, by, now);
        var path = await db.CasePaths.Include(p => p.Steps).Include(p => p.Participations).SingleOrDefaultAsync(p => p.Id == handover.CaseId, cancellation);
        // Where the consent has ended meanwhile the receiver no longer sees the steps; the report is still told.
        path?.Conclude(handover, by, calendar, now);
        await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverCompleted, handover, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
