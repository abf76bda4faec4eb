using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every hour: a concern that nobody answered in time is shown to the other coordinators of the organisation, and they are told.</summary>
public sealed class EscalateConcerns(PortalDbContext db, TenantRounds rounds, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<EscalateConcerns>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var concern in await db.Concerns.AsTracking().Where(c => c.AnsweredAt == null && c.EscalatedAt == null).ToListAsync(cancellation))
        {
            if (!concern.Escalate(now))
                continue;
            var users = await db.Memberships.Where(Hats.InForce(now))
                .Where(m => m.TenantId == concern.TenantId && m.ActorId == concern.ActorId && m.Role == Role.VolunteerCoordinator)
                .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
            db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, MailTemplate.ConcernEscalated, now, concern.TenantId, concern.Id)));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
