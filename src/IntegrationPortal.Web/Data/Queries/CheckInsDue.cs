using IntegrationPortal.Domain.Programme;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Whose check-in of which pilot is missing; the answer of <c>reading.check_ins_due</c>.</summary>
public sealed record CheckInDue(Guid PilotId, Guid UserId);

/// <summary>What the clock may know of check-ins: ids of those that are missing, and nothing that was said (Pilot.CheckInWaits).</summary>
public static class CheckInsDue
{
    public static Task<List<CheckInDue>> CheckInsDueAsync(this PortalDbContext db, Quarter quarter, DateOnly today, CancellationToken cancellation) => db.Database
        .SqlQuery<CheckInDue>($"select * from reading.check_ins_due({today}, {quarter.Year}, {quarter.Number}, {CheckIn.AskedSince(today)})").ToListAsync(cancellation);
}
