using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Evaluation;

/// <summary>
/// Every morning: a facilitator of whose pilots the last quarter's check-in is missing is told so, once in two weeks while it is. One mail,
/// however many pilots; it names none of them.
/// </summary>
public sealed class RemindOfCheckIns(PortalDbContext db, Session session, TimeProvider clock)
{
    private const int DaysBetween = 14;

    public async Task RunAsync(CancellationToken cancellation)
    {
        session.EnterAsClock();
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var waiting = (await db.CheckInsDueAsync(Quarter.Of(today).Before, today, cancellation)).Select(d => d.UserId).Distinct().ToList();
        var since = now.AddDays(-DaysBetween);
        // Whoever is a facilitator no longer is not asked; the foundation sees on its worklist what is long due.
        var users = await db.Memberships.Where(m => m.Role == Role.ProcessFacilitator && m.TenantId == null && waiting.Contains(m.UserId)).Where(Hats.InForce(now))
            .Where(m => !db.OutboxMails.Any(o => o.RecipientUserId == m.UserId && o.Template == MailTemplate.CheckInDue && o.CreatedAt > since))
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        db.AddRange(users.Select(u => OutboxMail.For(u, MailTemplate.CheckInDue, now)));
        await db.SaveChangesAsync(cancellation);
    }
}
