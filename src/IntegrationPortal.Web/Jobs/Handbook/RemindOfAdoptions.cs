using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handbook;

/// <summary>Every morning: a year after something was adopted, the coordination is asked once what came of it; the link opens the form.</summary>
public sealed class RemindOfAdoptions(PortalDbContext db, TenantRounds rounds, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<RemindOfAdoptions>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var open = await db.Adoptions.AsTracking().Where(a => a.ReportedOn == null && a.RemindedOn == null).ToListAsync(cancellation);
        var due = open.Where(a => a.Remind(today)).ToList();
        if (due.Count == 0)
            return;
        var coordinators = await db.Memberships.Where(Hats.InForce(now)).Where(m => m.TenantId == db.Session.TenantId && m.Role == Role.Coordinator)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        foreach (var plan in due)
        {
            // Whoever adopted it, or all colleagues when that person has left.
            foreach (var user in coordinators.Contains(plan.AdoptedByUserId) ? [plan.AdoptedByUserId] : coordinators)
                db.Add(OutboxMail.For(user, MailTemplate.AdoptionResult, now, plan.TenantId, plan.Id));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
