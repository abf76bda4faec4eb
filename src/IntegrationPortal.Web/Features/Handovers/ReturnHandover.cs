using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Gives back what was accepted: lead, steps and participation as they were. The receiver leaves last, since that closes the case to it.</summary>
public sealed class ReturnHandover(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <returns>False when there is no such handover for this officer.</returns>
    public async Task<bool> RunAsync(Guid id, string reason, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        handover.Return(reason, by, now, await IsPassedOnAsync(handover.CaseId, by, cancellation));
        var path = await db.CasePaths.Include(p => p.Steps).Include(p => p.Participations).ThenInclude(p => p.Grounds)
            .SingleAsync(p => p.Id == handover.CaseId, cancellation);
        path.TakeBack(handover, by, calendar, now);
        await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverReturned, handover, now, cancellation);
        await db.SaveChangesAsync(cancellation);

        path.Leave(handover, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private Task<bool> IsPassedOnAsync(Guid caseId, Officer by, CancellationToken cancellation) => db.Handovers.AnyAsync(
        h => h.CaseId == caseId && h.FromActorId == by.ActorId && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested), cancellation);
}
