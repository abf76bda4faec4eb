using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
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
        var users = await db.CaseStaffAsync(path.TenantId, actorId, now, cancellation);
        db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, template, now, path.TenantId, about ?? path.Id)));
    }

    /// <summary>Reminds everybody who works on cases for this actor of copies that are to be deleted; it may not see the case any more.</summary>
    public static async Task RemindOfDeletionAsync(
        this PortalDbContext db, DeletionRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        var users = await db.CaseStaffAsync(request.TenantId, request.ActorId, now, cancellation);
        db.OutboxMails.AddRange(users.Select(u => OutboxMail.For(u, MailTemplate.DeletionReminder, now, request.TenantId, request.ConsentId)));
    }

    private static Task<List<Guid>> CaseStaffAsync(this PortalDbContext db, Guid tenantId, Guid actorId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Memberships.AsNoTracking().Where(Hats.InForce(now))
            .Where(m => m.TenantId == tenantId && m.ActorId == actorId && m.Role != Role.Volunteer && m.Role != Role.DataProtectionOfficer)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
}
