using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>That an actor was asked to delete what it had received on a consent, and what it answered; nothing of the person.</summary>
public sealed record DeletionAsked(
    Guid CaseId, Guid ConsentId, string CaseNumber, string Actor, DataCategory Covers, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt, string? KeptBecause);

public static class DeletionsAsked
{
    /// <summary>As many as somebody answers before they see the next.</summary>
    private const int MostShown = 50;

    /// <summary>Is there something that the actor ($2) of the tenant ($1) has not answered?</summary>
    internal const string IsAsked = "exists (select from deletion_request r where r.tenant_id = $1 and r.actor_id = $2 and r.answered_at is null)";

    /// <summary>What this actor has not answered yet, the oldest first.</summary>
    public static Task<List<DeletionRequest>> OpenDeletionsAsync(this PortalDbContext db, Guid actorId, CancellationToken cancellation) =>
        db.DeletionRequests.AsNoTracking().Where(r => r.ActorId == actorId && r.AnsweredAt == null).OrderBy(r => r.AskedAt).Take(MostShown).ToListAsync(cancellation);

    /// <summary>For the data protection officer: how many actors have not answered.</summary>
    public static Task<int> CountOpenDeletionsAsync(this PortalDbContext db, CancellationToken cancellation) =>
        db.DeletionRequests.CountAsync(r => r.AnsweredAt == null, cancellation);

    /// <summary>For the data protection officer: what is not answered first, the oldest first, then the latest answers.</summary>
    public static Task<List<DeletionAsked>> DeletionsAskedAsync(this PortalDbContext db, int most, CancellationToken cancellation) =>
        db.DeletionRequests.AsNoTracking()
            .Join(db.Actors, r => r.ActorId, a => a.Id, (r, a) => new { r, a.Name })
            .OrderByDescending(x => x.r.AnsweredAt == null).ThenByDescending(x => x.r.AnsweredAt).ThenBy(x => x.r.AskedAt).Take(most)
            .Select(x => new DeletionAsked(x.r.CaseId, x.r.ConsentId, x.r.CaseNumber, x.Name, x.r.Covers, x.r.AskedAt, x.r.AnsweredAt, x.r.KeptBecause))
            .ToListAsync(cancellation);
}
