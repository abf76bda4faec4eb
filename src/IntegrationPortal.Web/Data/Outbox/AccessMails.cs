using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>
/// Nobody gets in silently: whoever is there already and whoever watches over access learns that somebody got or lost a role, in the save
/// that does it. Who it is stands in the portal; mails name nobody.
/// </summary>
public static class AccessMails
{
    public static Task TellOfNewcomerAsync(this PortalDbContext db, Membership hat, DateTimeOffset now, CancellationToken cancellation) =>
        hat.TenantId is { } town ? db.TellTownAsync(hat, town, now, cancellation) : db.TellPortalAsync(hat, now, cancellation);

    /// <summary>Tells the data protection officers of a municipality.</summary>
    public static async Task TellOfficersAsync(
        this PortalDbContext db, Guid tenantId, MailTemplate template, DateTimeOffset now, CancellationToken cancellation) =>
        db.Tell(await db.OthersAsync(null, now, m => m.TenantId == tenantId && m.Role == Role.DataProtectionOfficer, cancellation), template, now, tenantId);

    private static async Task TellTownAsync(this PortalDbContext db, Membership hat, Guid town, DateTimeOffset now, CancellationToken cancellation)
    {
        var colleagues = await db.OthersAsync(
            hat.UserId, now,
            m => m.TenantId == town && m.ActorId == hat.ActorId && m.Role != Role.Volunteer && m.Role != Role.DataProtectionOfficer, cancellation);
        db.Tell(colleagues, MailTemplate.ColleagueJoined, now, town, hat.ActorId);
        // A volunteer sees the own tandems only, which the organisation gives; the others see cases, mentoring or logs.
        if (hat.Role != Role.Volunteer)
            db.Tell(await db.OthersAsync(hat.UserId, now, m => m.TenantId == town && m.Role == Role.DataProtectionOfficer, cancellation), MailTemplate.AccessGranted, now, town);
    }

    private static async Task TellPortalAsync(this PortalDbContext db, Membership hat, DateTimeOffset now, CancellationToken cancellation)
    {
        db.Tell(await db.OthersAsync(hat.UserId, now, m => m.Role == Role.Administrator, cancellation), MailTemplate.PortalRoleTaken, now);
        if (hat.Role != Role.Administrator)
            db.Tell(await db.OthersAsync(hat.UserId, now, m => m.Role == hat.Role, cancellation), MailTemplate.ColleagueJoined, now);
    }

    private static Task<List<Guid>> OthersAsync(
        this PortalDbContext db, Guid? except, DateTimeOffset now, System.Linq.Expressions.Expression<Func<Membership, bool>> who, CancellationToken cancellation) =>
        db.Memberships.AsNoTracking().Where(Hats.InForce(now)).Where(m => m.UserId != except).Where(who)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);

    private static void Tell(
        this PortalDbContext db, IEnumerable<Guid> users, MailTemplate template, DateTimeOffset now, Guid? tenantId = null, Guid? aboutId = null) =>
        db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, template, now, tenantId, aboutId)));
}
