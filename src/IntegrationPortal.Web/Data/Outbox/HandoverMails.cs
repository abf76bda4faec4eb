using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>Mails about a handover, added to the save of what they tell of. They hold its id and nothing else.</summary>
public static class HandoverMails
{
    /// <summary>Tells everybody who works on cases for this actor.</summary>
    public static async Task TellActorAsync(
        this PortalDbContext db, Guid actorId, MailTemplate template, Handover handover, DateTimeOffset now, CancellationToken cancellation) =>
        await db.TellAsync(m => m.ActorId == actorId && m.Role != Role.Volunteer && m.Role != Role.DataProtectionOfficer, template, handover, now, cancellation);

    /// <summary>Tells the coordination of the municipality: the sender's and the receiver's, which is the same here.</summary>
    public static async Task TellCoordinationAsync(
        this PortalDbContext db, MailTemplate template, Handover handover, DateTimeOffset now, CancellationToken cancellation) =>
        await db.TellAsync(m => m.Role == Role.Coordinator, template, handover, now, cancellation);

    private static async Task TellAsync(
        this PortalDbContext db, System.Linq.Expressions.Expression<Func<Membership, bool>> who, MailTemplate template, Handover handover,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var users = await db.Memberships.Where(m => m.TenantId == handover.TenantId).Where(who).Where(Hats.InForce(now))
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, template, now, handover.TenantId, handover.Id)));
    }
}
