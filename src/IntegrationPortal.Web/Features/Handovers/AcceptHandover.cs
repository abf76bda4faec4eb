using IntegrationPortal.Domain.CasePaths;
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
    // Compiled once: to take these apart at every acceptance would cost more than to answer them.
    private static readonly Func<PortalDbContext, Guid, Guid, CancellationToken, Task<Participation?>> Own =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId, Guid actorId, CancellationToken _) =>
            db.Participations.AsTracking().Include(p => p.Grounds).SingleOrDefault(p => p.CaseId == caseId && p.ActorId == actorId));

    // Of those who take part nobody but the receiver changes, and that one is here already.
    private static readonly Func<PortalDbContext, Guid, CancellationToken, Task<CasePath>> Path =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId, CancellationToken _) =>
            db.CasePaths.AsTracking().Include(p => p.Steps).Single(p => p.Id == caseId));

    /// <param name="events">Since when deadlines of the law run, for the steps of which the receiver says it.</param>
    /// <returns>False when there is no such handover for this officer.</returns>
    public async Task<bool> RunAsync(Guid id, DateOnly? firstFreeDate, IReadOnlyDictionary<Guid, DateOnly> events, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        var mine = await Own(db, handover.CaseId, by.ActorId, cancellation);
        var participation = handover.Accept(firstFreeDate, mine, by, now);
        await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverAccepted, handover, now, cancellation);
        // Of two who accept at once this save lets one through; only then the new participation is written.
        await db.SaveChangesAsync(cancellation);
        if (mine is null)
        {
            db.Add(participation);
            await db.SaveChangesAsync(cancellation);
        }

        var path = await Path(db, handover.CaseId, cancellation);
        var before = path.Responsibilities();
        path.TakeOn(handover, by, calendar, now, events);
        // The sender knows already; who led or answered for a step and is not the sender would learn it from nobody.
        foreach (var other in before.Except(path.Responsibilities()).Select(c => c.ActorId).Distinct().Where(a => a != handover.FromActorId && a != by.ActorId))
            await db.TellActorAsync(other, MailTemplate.HandoverMovedAway, handover, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
