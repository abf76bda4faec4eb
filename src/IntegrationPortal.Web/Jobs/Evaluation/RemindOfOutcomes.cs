using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Evaluation;

/// <summary>Once a month: evaluation and foundation are told that outcomes of 12 or 24 months are missing. The mail names nobody and no place.</summary>
public sealed class RemindOfOutcomes(PortalDbContext db, Session session, MissingOutcomes outcomes, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        session.EnterAsClock();
        var now = clock.GetUtcNow();
        if (await outcomes.CurrentPlanAsync(cancellation) is not { } plan || (await outcomes.OfAsync(plan, GermanTime.DayOf(now), cancellation)).Count == 0)
            return;
        var since = now.AddDays(-27);
        if (await db.OutboxMails.AnyAsync(m => m.Template == MailTemplate.OutcomesMissing && m.AboutId == plan.Id && m.CreatedAt > since, cancellation))
            return;
        var users = await db.Memberships.Where(m => m.Role == Role.Evaluator || m.Role == Role.FoundationStaff).Where(Hats.InForce(now))
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        db.AddRange(users.Select(u => OutboxMail.For(u, MailTemplate.OutcomesMissing, now, aboutId: plan.Id)));
        await db.SaveChangesAsync(cancellation);
    }
}
