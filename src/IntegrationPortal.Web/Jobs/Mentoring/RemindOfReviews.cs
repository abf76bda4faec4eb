using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every morning: whoever has not said for half a year how their active tandem goes is asked, once; the link opens the form.</summary>
public sealed class RemindOfReviews(PortalDbContext db, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<RemindOfReviews>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var rules = catalogue.MentoringRulesOn(today);
        var last = await db.LastReviewDaysAsync(cancellation);
        var members = await db.Memberships.Where(Hats.InForce(now)).Where(m => m.TenantId == db.Session.TenantId && (m.Role == Role.Volunteer || m.Role == Role.VolunteerCoordinator))
            .Select(m => new { m.UserId, m.ActorId, m.Role }).ToListAsync(cancellation);
        var accounts = await db.Volunteers.Where(v => v.UserId != null).ToDictionaryAsync(v => v.Id, v => v.UserId!.Value, cancellation);
        foreach (var tandem in await db.Tandems.AsTracking().Include(t => t.Mentors).Where(t => t.State == TandemState.Active).ToListAsync(cancellation))
        {
            DateOnly? Due(ReviewSide side) => tandem.ReviewDueOn(last.GetValueOrDefault((tandem.Id, side)), rules);
            var (mentor, lead) = (Due(ReviewSide.Mentor), Due(ReviewSide.Coordination));
            if (!tandem.RemindOfReview([mentor, lead], today))
                continue;
            // A mentor who has left the organisation or has no account is asked by nobody; the coordination's page shows it too.
            if (mentor <= today && tandem.Mentor is { } m && accounts.TryGetValue(m.VolunteerId, out var account)
                && members.Exists(h => h.UserId == account && h.ActorId == tandem.ActorId && h.Role == Role.Volunteer))
                db.Add(OutboxMail.For(account, MailTemplate.TandemReview, now, tandem.TenantId, tandem.Id));
            // Where whoever answers for it has left, their colleagues are asked.
            var leads = members.Where(h => h.ActorId == tandem.ActorId && h.Role == Role.VolunteerCoordinator).Select(h => h.UserId).ToHashSet();
            if (lead <= today)
                db.AddRange(leads.Where(u => u == tandem.ResponsibleUserId || !leads.Contains(tandem.ResponsibleUserId))
                    .Select(u => OutboxMail.For(u, MailTemplate.TandemReview, now, tandem.TenantId, tandem.Id)));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
