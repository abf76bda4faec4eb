using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>
/// Every night: the meetings of a tandem that has been over for long enough are forgotten, with their versions and answers. Hours and
/// number per volunteer and year stay for the proof of engagement, in the same save: a meeting is in one of the two, never in both.
/// </summary>
public sealed class ForgetMeetings(PortalDbContext db, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<ForgetMeetings>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var rules = catalogue.MentoringRulesOn(today);
        var ended = await db.Tandems.AsNoTracking()
            .Where(t => t.EndedOn != null && (db.MentoringSessions.Any(s => s.TandemId == t.Id) || db.TandemReviews.Any(r => r.TandemId == t.Id))).ToListAsync(cancellation);
        var over = ended.Where(t => t.ForgetsMeetingsOn(today, rules)).Select(t => t.Id).ToList();
        // What was corrected in them and said to them goes with them.
        var meetings = await db.MentoringSessions.AsTracking().Include(s => s.Versions).Include(s => s.Answers)
            .Where(s => over.Contains(s.TandemId)).ToListAsync(cancellation);
        var volunteers = meetings.Select(m => m.VolunteerId).Distinct().ToList();
        var years = await db.EngagementYears.AsTracking().Where(y => volunteers.Contains(y.VolunteerId)).ToListAsync(cancellation);
        db.AddRange(years.Count(meetings));
        db.RemoveRange(meetings);
        db.RemoveRange(await db.TandemReviews.AsTracking().Where(r => over.Contains(r.TandemId)).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
    }
}
