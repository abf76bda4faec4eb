using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>Mails about an entry of the handbook, added to the save of what they tell of.</summary>
public static class EntryMails
{
    /// <summary>
    /// Tells who wrote a version, or when that person has left those who write for the same municipality (for none: the foundation). What came
    /// with the portal has no author, and the foundation finds it on its own page.
    /// </summary>
    /// <param name="about">What the link in the mail opens; the entry without it.</param>
    public static async Task TellWritersAsync(
        this PortalDbContext db, HandbookEntry entry, EntryVersion? version, MailTemplate template, DateTimeOffset now, CancellationToken cancellation, Guid? about = null)
    {
        if (version?.AuthorUserId is not { } author)
            return;
        var here = await db.Memberships.Where(Hats.InForce(now)).Where(m => m.TenantId == entry.MunicipalityId)
            .Where(m => m.UserId == author || m.Role == Role.Coordinator || m.Role == Role.FoundationStaff).Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        // Who does it now knows of it.
        foreach (var user in here.Contains(author) ? [author] : here.Where(u => u != db.Session.UserId))
            db.Add(OutboxMail.For(user, template, now, entry.MunicipalityId, about ?? entry.Id));
    }
}
