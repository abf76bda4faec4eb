using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A handover that is under way, and what it keeps waiting.</summary>
public sealed record PendingHandover(Guid Id, Guid FromActorId, Guid ToActorId, Bilingual Subject, IReadOnlyList<Pending> What);

/// <summary>What is under way on a case, as far as the walls show it: to all who take part, everything.</summary>
public static class PendingHandovers
{
    private static readonly HandoverState[] UnderWay = [.. Enum.GetValues<HandoverState>().Where(s => s.IsOpen() || s.IsRunning())];

    public static async Task<List<PendingHandover>> PendingOfCaseAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        [
            .. (await db.Handovers.AsNoTracking().Include(h => h.Steps).Where(h => h.CaseId == caseId && UnderWay.Contains(h.State)).OrderBy(h => h.Id).ToListAsync(cancellation))
                .Select(h => new PendingHandover(h.Id, h.FromActorId, h.ToActorId, h.Subject, [.. HandoverPending.Of(h.Kind, h.State)])),
        ];

    /// <summary>Of which an actor is a side.</summary>
    public static IEnumerable<PendingHandover> Of(this IEnumerable<PendingHandover> handovers, Guid actorId) =>
        handovers.Where(h => h.FromActorId == actorId || h.ToActorId == actorId);

    public static IEnumerable<Pending> All(this IEnumerable<PendingHandover> handovers) => handovers.SelectMany(h => h.What);

    /// <summary>What of it has to come to an end before the deed.</summary>
    public static IEnumerable<(PendingHandover Handover, Pending What)> InTheWayOf(this IEnumerable<PendingHandover> handovers, PendingDeed deed) =>
        handovers.SelectMany(h => WhilePending.InTheWay(deed, h.What).Take(1).Select(w => (h, w)));
}
