using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every Monday: where something waits, the coordinators of the organisation get a link to their page, and nothing of what waits.</summary>
public sealed class SendDigests(PortalDbContext db, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<SendDigests>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var waiting = await db.ActorsWithSomethingWaitingAsync(catalogue.MentoringRulesOn(today), today, cancellation);
        var tenantId = db.Session.TenantId;
        // A job that was started again in the same week tells nobody twice.
        var weekBegan = now.AddDays(-6);
        var told = db.OutboxMails.Where(m => m.Template == MailTemplate.MentoringDigest && m.TenantId == tenantId && m.CreatedAt > weekBegan);
        var coordinators = await db.Memberships.Where(Hats.InForce(now))
            .Where(m => m.TenantId == tenantId && m.Role == Role.VolunteerCoordinator && m.ActorId != null && waiting.Contains(m.ActorId.Value))
            .Select(m => m.UserId).Distinct().Where(u => !told.Any(t => t.RecipientUserId == u)).ToListAsync(cancellation);
        db.OutboxMails.AddRange(coordinators.Select(u => OutboxMail.For(u, MailTemplate.MentoringDigest, now, tenantId)));
        await db.SaveChangesAsync(cancellation);
    }
}
