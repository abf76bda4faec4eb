using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every night: the note that somebody saw a certificate of conduct is forgotten six months after the last activity (SGB VIII § 72a Abs. 5).</summary>
public sealed class ForgetCertificates(PortalDbContext db, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<ForgetCertificates>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var rules = catalogue.MentoringRulesOn(today);
        var last = await db.LastMeetingDaysAsync(cancellation);
        var active = (await db.RunningTandemsAsync(cancellation)).Select(t => t.Mentor?.VolunteerId).ToHashSet();
        foreach (var volunteer in await db.Volunteers.AsTracking().Where(v => v.CertificateSeenOn != null).ToListAsync(cancellation))
            volunteer.ForgetCertificate(active.Contains(volunteer.Id), last.TryGetValue(volunteer.Id, out var day) ? day : null, rules, today);
        await db.SaveChangesAsync(cancellation);
    }
}
