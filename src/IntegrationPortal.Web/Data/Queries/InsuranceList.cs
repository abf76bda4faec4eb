using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A volunteer who was active as mentor; whom they met is nobody's business here.</summary>
public sealed record InsuredRow(Guid VolunteerId, string CalledName, InsuredTime Time);

/// <summary>Reads who of an organisation was active as mentor, and when.</summary>
public static class InsuranceList
{
    public static async Task<IReadOnlyList<InsuredRow>> InsuredAsync(this PortalDbContext db, Guid actorId, CancellationToken cancellation)
    {
        var tandems = await db.Tandems.AsNoTracking().Include(t => t.Mentors).Include(t => t.Events.Where(e => e.State == TandemState.Trial))
            .Where(t => t.ActorId == actorId && t.TrialSince != null).ToListAsync(cancellation);
        // Read afterwards: whoever became a mentor in between has a name, too.
        var names = await db.Volunteers.Where(v => v.ActorId == actorId).ToDictionaryAsync(v => v.Id, v => v.CalledName, cancellation);
        var rows =
            from tandem in tandems
            let trials = tandem.Events.Select(e => GermanTime.DayOf(e.At)).ToList()
            from mentor in tandem.Mentors
            let time = InsuredTime.Of(mentor, trials)
            where time is not null
            select new InsuredRow(mentor.VolunteerId, names[mentor.VolunteerId], time);
        return [.. rows.OrderBy(r => r.CalledName, StringComparer.CurrentCulture).ThenBy(r => r.VolunteerId).ThenBy(r => r.Time.From)];
    }
}
