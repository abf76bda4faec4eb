using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handbook;

/// <summary>Every night: an entry at which nobody has looked for a year says so to its readers, and its office is asked whether the contact still answers.</summary>
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
            if (entry.Public!.AuthorUserId is { } author)
                db.Add(OutboxMail.For(author, MailTemplate.EntryDue, now, entry.MunicipalityId, entry.Id));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
