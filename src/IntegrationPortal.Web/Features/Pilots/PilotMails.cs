using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>Mails about a question to a municipality, added to the save of what they tell of. They hold ids and nothing else.</summary>
internal static class PilotMails
{
    /// <summary>Tells the coordination of the municipality.</summary>
    public static async Task TellOfQuestionAsync(this PortalDbContext db, Pilot pilot, PilotQuestion question, CancellationToken cancellation)
    {
        var users = await InForce(db).Where(m => m.TenantId == pilot.PilotId && m.Role == Role.Coordinator).Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        db.AddRange(users.Select(u => Mail(db, u, MailTemplate.PilotQuestionAsked, question)));
    }

    /// <summary>Tells whoever asked, if that person may still read the answer; otherwise whoever accompanies the pilot now.</summary>
    public static async Task TellOfAnswerAsync(this PortalDbContext db, Pilot pilot, PilotQuestion question, DateOnly today, CancellationToken cancellation)
    {
        var facilitator = pilot.AssignmentOn(today)?.UserId;
        var asker = question.AskedByUserId;
        var readers = await InForce(db)
            .Where(m => m.TenantId == null && ((m.Role == Role.FoundationStaff && m.UserId == asker) || (m.Role == Role.ProcessFacilitator && m.UserId == facilitator)))
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        if (readers.Contains(asker))
            db.Add(Mail(db, asker, MailTemplate.PilotQuestionAnswered, question));
        else
            db.AddRange(readers.Select(u => Mail(db, u, MailTemplate.PilotQuestionAnswered, question)));
    }

    private static IQueryable<Membership> InForce(PortalDbContext db) => db.Memberships.Where(Hats.InForce(db.Session.Now));

    private static OutboxMail Mail(PortalDbContext db, Guid user, MailTemplate template, PilotQuestion question) =>
        OutboxMail.For(user, template, db.Session.Now, question.PilotId, question.Id);
}
