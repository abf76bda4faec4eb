using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What there is in a pilot, as counts and nothing else; the answer of <c>reading.pilot_baseline</c>.</summary>
/// <param name="Templates">Process templates that at least one case follows.</param>
/// <param name="Assessed">Percent of the latest completed self-assessment; null where the municipality does not share it, or has none.</param>
public sealed record PilotBaseline(Guid PilotId, int Actors, int Kinds, int Services, int Templates, int? Assessed, DateOnly? AssessedOn);

/// <summary>Asks for counts across the wall between municipalities; the function in the database decides whose.</summary>
public static class PilotBaselines
{
    public static async Task<PilotBaseline?> BaselineOfAsync(this PortalDbContext db, Guid pilotId, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<PilotBaseline>($"select * from reading.pilot_baseline({pilotId})").ToListAsync(cancellation)).SingleOrDefault();
}
