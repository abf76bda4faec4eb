using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>Passes on a concern that does not reach whom it is for.</summary>
public static class ConcernMails
{
    /// <summary>Shows it to all coordinators of the organisation, and tells them, once it is late or whom it is for has left.</summary>
    /// <returns>True when it was this that happened now.</returns>
    public static async Task<bool> PassOnAsync(this PortalDbContext db, Concern concern, DateTimeOffset now, CancellationToken cancellation)
    {
        var coordinators = await db.Memberships.Where(Hats.InForce(now))
            .Where(m => m.TenantId == concern.TenantId && m.ActorId == concern.ActorId && m.Role == Role.VolunteerCoordinator)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        if (!concern.Escalate(coordinators, now))
            return false;
        db.OutboxMails.AddRange(coordinators.Select(u => OutboxMail.For(u, MailTemplate.ConcernEscalated, now, concern.TenantId, concern.Id)));
        return true;
    }
}
