using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>Tells the coordination that a mentor wants to end: without the last talk a tandem would be ending for ever.</summary>
public static class TandemMails
{
    /// <summary>To the professional responsible; once they have left, to all who coordinate the volunteers of the organisation.</summary>
    public static async Task TellOfEndingAsync(this PortalDbContext db, Tandem tandem, DateTimeOffset now, CancellationToken cancellation)
    {
        var coordinators = await db.Memberships.Where(Hats.InForce(now))
            .Where(m => m.TenantId == tandem.TenantId && m.ActorId == tandem.ActorId && m.Role == Role.VolunteerCoordinator)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        List<Guid> told = coordinators.Contains(tandem.ResponsibleUserId) ? [tandem.ResponsibleUserId] : coordinators;
        db.OutboxMails.AddRange(told.Select(u => OutboxMail.For(u, MailTemplate.TandemEnding, now, tandem.TenantId, tandem.Id)));
    }
}
