using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>Mails about a case as a whole, added to the save of what they tell of: nobody loses or regains a case without hearing of it.</summary>
public static class CaseMails
{
    /// <summary>Tells everybody who works on cases for this actor.</summary>
    /// <param name="about">What the link opens, where it is not the case.</param>
    public static async Task TellOfCaseAsync(
        this PortalDbContext db, Guid actorId, MailTemplate template, CasePath path, DateTimeOffset now, CancellationToken cancellation, Guid? about = null)
    {
        var users = await db.Memberships.AsNoTracking().Where(Hats.InForce(now))
            .Where(m => m.TenantId == path.TenantId && m.ActorId == actorId && m.Role != Role.Volunteer && m.Role != Role.DataProtectionOfficer)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, template, now, path.TenantId, about ?? path.Id)));
    }
}
