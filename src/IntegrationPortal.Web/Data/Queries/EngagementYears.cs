using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Counts meetings per volunteer and year.</summary>
public static class EngagementYears
{
    /// <summary>All years of a volunteer, latest first: what was kept of forgotten meetings, and the meetings that are still there.</summary>
    public static async Task<IReadOnlyList<EngagementYear>> EngagementYearsAsync(this PortalDbContext db, Guid volunteerId, CancellationToken cancellation)
    {
        var years = await db.EngagementYears.AsNoTracking().Where(y => y.VolunteerId == volunteerId).ToListAsync(cancellation);
        years.Count(await db.MentoringSessions.AsNoTracking().Where(s => s.VolunteerId == volunteerId).ToListAsync(cancellation));
        return [.. years.OrderByDescending(y => y.Year)];
    }

    /// <summary>Adds meetings to the years that are there, and begins those that are not.</summary>
    /// <returns>The years that were begun.</returns>
    public static IReadOnlyList<EngagementYear> Count(this ICollection<EngagementYear> years, IEnumerable<MentoringSession> meetings)
    {
        var (known, begun) = (years.ToDictionary(y => (y.VolunteerId, y.Year)), new List<EngagementYear>());
        foreach (var meeting in meetings)
        {
            if (known.TryGetValue((meeting.VolunteerId, meeting.HeldOn.Year), out var year))
            {
                year.Add(meeting);
                continue;
            }

            year = EngagementYear.Begin(meeting);
            known.Add((year.VolunteerId, year.Year), year);
            years.Add(year);
            begun.Add(year);
        }

        return begun;
    }
}
