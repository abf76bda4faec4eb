using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Trails;

/// <summary>
/// Every night: who opened which record and who changed what is forgotten once it has been kept for long enough (SGB X § 79 (4) as model). What
/// is old enough says the database itself (Data/Tenancy/Sql/forgetting.sql), which lets nothing else be deleted from a trail.
/// </summary>
public sealed class ForgetTrails(PortalDbContext db, Session session, TenantRounds rounds)
{
    /// <summary>Rows of each trail in one statement.</summary>
    private const int Batch = 5000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        // Changes of accounts belong to no municipality.
        session.EnterAsClock();
        await RunHereAsync(cancellation);
        await rounds.RunAsync<ForgetTrails>(j => j.RunHereAsync(cancellation), cancellation);
    }

    /// <summary>The round in the municipality that this scope has entered as the clock, or outside of all.</summary>
    /// <param name="most">So many at once; the rest in the next statement.</param>
    public async Task RunHereAsync(CancellationToken cancellation, int most = Batch)
    {
        while ((await db.Database.SqlQuery<int>($"""select reading.forget_trails({most}) as "Value" """).ToListAsync(cancellation)).Single() > 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
