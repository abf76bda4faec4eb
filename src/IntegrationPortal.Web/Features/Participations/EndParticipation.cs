using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Features.Participations;

/// <summary>
/// Ends the participation of an actor, and tells it and the lead, as far as they did not do it themselves. In the transaction of the caller,
/// which holds the path. Two saves, because the second may close the case to the one who saves.
/// </summary>
public sealed class EndParticipation(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <param name="pending">Handovers of this case of which the actor is a side.</param>
    public async Task RunAsync(CasePath path, Guid actorId, string reason, IReadOnlyCollection<Pending> pending, Officer by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        path.EndParticipation(actorId, reason, pending, by, await calendars.OfAsync(db, by.TenantId, cancellation), now);
        if (actorId != by.ActorId)
            await db.TellOfCaseAsync(actorId, MailTemplate.ParticipationEnded, path, now, cancellation);
        if (path.LeadActorId != by.ActorId)
            await db.TellOfCaseAsync(path.LeadActorId, MailTemplate.ParticipationLeft, path, now, cancellation);
        await db.SaveChangesAsync(cancellation);

        path.Depart(actorId, now);
        await db.SaveChangesAsync(cancellation);
    }
}
