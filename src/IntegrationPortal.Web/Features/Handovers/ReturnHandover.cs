using IntegrationPortal.Domain;
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
    /// <summary>What would be in the way, asked before somebody writes a reason.</summary>
    public async Task<Refusal?> WhyNotAsync(Handover handover, Officer by, CancellationToken cancellation) =>
        handover.WhyNotReturn(by, await IsPassedOnAsync(handover.CaseId, by, cancellation))
        ?? (await db.CasePaths.AsNoTracking().Include(p => p.Participations).SingleOrDefaultAsync(p => p.Id == handover.CaseId, cancellation) is { } path
            ? path.WhyNotTakeBack(handover)
            : null);

    /// <returns>False when there is no such handover for this officer.</returns>
    public async Task<bool> RunAsync(Guid id, string reason, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        handover.Return(reason, by, now, await IsPassedOnAsync(handover.CaseId, by, cancellation));
        if (await db.TakePathAsync(handover.CaseId, cancellation) is not { } path)
        {
            // Who takes part no more has left steps behind already; what it says is still told.
            await TellAsync(handover, [], by, now, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }

        var before = path.Responsibilities();
        path.TakeBack(handover, by, calendar, now);
        await TellAsync(handover, [.. path.Responsibilities().Except(before).Select(c => c.ActorId).Distinct()], by, now, cancellation);
        await db.SaveChangesAsync(cancellation);

        path.Leave(handover, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Tells everybody to whom something came back, and the sender, who may be another and then has nothing to do.</summary>
    private async Task TellAsync(Handover handover, List<Guid> answering, Officer by, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var actor in answering.Where(a => a != by.ActorId))
            await db.TellActorAsync(actor, MailTemplate.HandoverReturned, handover, now, cancellation);
        if (!answering.Contains(handover.FromActorId))
            await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverReturnedElsewhere, handover, now, cancellation);
    }

    private Task<bool> IsPassedOnAsync(Guid caseId, Officer by, CancellationToken cancellation) => db.Handovers.AnyAsync(
        h => h.CaseId == caseId && h.FromActorId == by.ActorId && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested), cancellation);
}
