using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Evaluation;

/// <summary>
/// Every morning: the coordinations of the pilots are told once that a survey has opened; the link leads to where they hand out its links.
/// Nobody else gets a mail: a link of their own in it would say who has answered.
/// </summary>
public sealed class RemindOfSurveys(PortalDbContext db, Session session, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        session.EnterAsClock();
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var opened = await db.Surveys.Where(s => s.OpensOn <= today && s.ClosesOn >= today).Select(s => s.Id).ToListAsync(cancellation);
        var pilots = (await db.PilotPlacesAsync(cancellation)).Select(p => p.Key).ToList();
        foreach (var survey in opened)
        {
            var users = await db.Memberships.Where(m => m.Role == Role.Coordinator && db.Tenants.Any(t => t.Id == m.TenantId && pilots.Contains(t.Key))).Where(Hats.InForce(now))
                .Where(m => !db.OutboxMails.Any(o => o.RecipientUserId == m.UserId && o.Template == MailTemplate.SurveyOpens && o.AboutId == survey))
                .Select(m => new { m.UserId, m.TenantId }).Distinct().ToListAsync(cancellation);
            db.AddRange(users.DistinctBy(u => u.UserId).Select(u => OutboxMail.For(u.UserId, MailTemplate.SurveyOpens, now, u.TenantId, survey)));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
