using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>Mails about a handover, added to the save of what they tell of. They hold its id and nothing else.</summary>
public static class HandoverMails
{
    // Written out instead of Hats.InForce, since what is compiled once takes values and no expressions.
    private static readonly Func<PortalDbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Guid>> OfActor =
        EF.CompileAsyncQuery((PortalDbContext db, Guid tenantId, Guid actorId, DateTimeOffset now) => db.Memberships
            .Where(m => m.TenantId == tenantId && m.ActorId == actorId && m.Role != Role.Volunteer && m.Role != Role.DataProtectionOfficer)
            .Where(m => m.EndedAt == null && m.ValidFrom <= now && (m.ValidUntil == null || m.ValidUntil > now)).Select(m => m.UserId).Distinct());

    private static readonly Func<PortalDbContext, Guid, DateTimeOffset, IAsyncEnumerable<Guid>> OfTown =
        EF.CompileAsyncQuery((PortalDbContext db, Guid tenantId, DateTimeOffset now) => db.Memberships
            .Where(m => m.TenantId == tenantId && m.Role == Role.Coordinator)
            .Where(m => m.EndedAt == null && m.ValidFrom <= now && (m.ValidUntil == null || m.ValidUntil > now)).Select(m => m.UserId).Distinct());

    /// <summary>Tells everybody who works on cases for this actor.</summary>
    public static async Task TellActorAsync(
        this PortalDbContext db, Guid actorId, MailTemplate template, Handover handover, DateTimeOffset now, CancellationToken cancellation) =>
        db.Tell(await OfActor(db, handover.TenantId, actorId, now).ToListAsync(cancellation), template, handover, now);

    /// <summary>Tells the coordination of the municipality: the sender's and the receiver's, which is the same here.</summary>
    public static async Task TellCoordinationAsync(
        this PortalDbContext db, MailTemplate template, Handover handover, DateTimeOffset now, CancellationToken cancellation) =>
        db.Tell(await OfTown(db, handover.TenantId, now).ToListAsync(cancellation), template, handover, now);

    private static void Tell(this PortalDbContext db, IEnumerable<Guid> users, MailTemplate template, Handover handover, DateTimeOffset now) =>
        db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, template, now, handover.TenantId, handover.Id)));
}
