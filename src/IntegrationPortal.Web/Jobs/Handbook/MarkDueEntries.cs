using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
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
        foreach (var entry in due)
        {
            entry.MarkDue(today);
            await db.TellWritersAsync(entry, entry.Public, MailTemplate.EntryDue, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
