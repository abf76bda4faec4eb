using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handbook;

/// <summary>
/// Every night: an entry at which nobody has looked for a year says so to its readers, and its author is asked whether the contact still answers,
/// or those who write for the same municipality (for none: the foundation) when that person has left.
/// </summary>
public sealed class MarkDueEntries(PortalDbContext db, Session session, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        session.EnterAsClock();
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var before = today.AddMonths(-HandbookEntry.ReviewMonths);
        var due = await db.HandbookEntries.AsTracking().Include(e => e.Versions)
            .Where(e => e.Versions.Any(v => v.State == EntryState.Published && v.ReviewedOn <= before)).ToListAsync(cancellation);
        var towns = due.Select(e => e.MunicipalityId).Distinct().ToList();
        var colleagues = await db.Memberships.Where(Hats.InForce(now)).Where(m => towns.Contains(m.TenantId))
            .Select(m => new { m.UserId, m.TenantId, m.Role }).ToListAsync(cancellation);
        foreach (var entry in due)
        {
            entry.MarkDue(today);
            if (entry.Public!.AuthorUserId is not { } author)
                continue;
            var here = colleagues.Where(c => c.TenantId == entry.MunicipalityId).ToList();
            foreach (var user in here.Any(c => c.UserId == author) ? [author] : here.Where(c => c.Role is Role.Coordinator or Role.FoundationStaff).Select(c => c.UserId).Distinct())
                db.Add(OutboxMail.For(user, MailTemplate.EntryDue, now, entry.MunicipalityId, entry.Id));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
