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

/// <summary>Every morning: the mentor of a tandem that has gone quiet is reminded, once in a quiet spell; the link opens the form for a meeting.</summary>
public sealed class RemindOfQuiet(PortalDbContext db, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<RemindOfQuiet>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var rules = catalogue.MentoringRulesOn(today);
        var last = await db.LastMeetingDaysOfTandemsAsync(cancellation);
        var accounts = await AccountsAsync(now, cancellation);
        foreach (var tandem in await db.MeetingTandemsAsync(cancellation))
        {
            // Whoever has no account is called by the coordination, whose page shows the quiet tandem too.
            if (tandem.Mentor is { } mentor && accounts.TryGetValue(mentor.VolunteerId, out var userId)
                && tandem.RemindOfQuiet(last.GetValueOrDefault(tandem.Id), rules, today))
                db.Add(OutboxMail.For(userId, MailTemplate.TandemQuiet, now, tandem.TenantId, tandem.Id));
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Volunteers who can still sign in as such, with their account.</summary>
    private async Task<Dictionary<Guid, Guid>> AccountsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var members = db.Memberships.Where(Hats.InForce(now)).Where(m => m.Role == Role.Volunteer);
        return await db.Volunteers.Where(v => v.State == VolunteerState.Active
                && members.Any(m => m.TenantId == v.TenantId && m.ActorId == v.ActorId && m.UserId == v.UserId))
            .ToDictionaryAsync(v => v.Id, v => v.UserId!.Value, cancellation);
    }
}
