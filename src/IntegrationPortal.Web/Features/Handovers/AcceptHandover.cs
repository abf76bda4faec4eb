using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>
/// Accepts: the receiver takes part, and leads after a transfer, all in one transaction. Several saves, because the walls
/// show the case to the receiver only once it takes part.
/// </summary>
public sealed class AcceptHandover(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <returns>False when there is no such handover for this officer.</returns>
    public async Task<bool> RunAsync(Guid id, DateOnly? firstFreeDate, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        var mine = await db.Participations.AsSingleQuery().Include(p => p.Grounds)
            .SingleOrDefaultAsync(p => p.CaseId == handover.CaseId && p.ActorId == by.ActorId, cancellation);
        var participation = handover.Accept(firstFreeDate, mine, by, now);
        await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverAccepted, handover, now, cancellation);
        // Of two who accept at once this save lets one through; only then the new participation is written.
        await db.SaveChangesAsync(cancellation);
        if (mine is null)
        {
            db.Add(participation);
            await db.SaveChangesAsync(cancellation);
        }

        // The steps by themselves: joined with all grounds they would come some twenty times over.
        await db.CaseSteps.AsTracking().Where(s => s.CaseId == handover.CaseId).LoadAsync(cancellation);
        var path = await db.CasePaths.AsSingleQuery().Include(p => p.Participations).ThenInclude(p => p.Grounds)
            .SingleAsync(p => p.Id == handover.CaseId, cancellation);
        path.TakeOn(handover, by, calendar, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
