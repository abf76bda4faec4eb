using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every night: tandems that are long over and volunteers who left long ago are forgotten. Which those are says the database (leaving.sql).</summary>
public sealed class ForgetVolunteers(PortalDbContext db, TenantRounds rounds)
{
    private const int Batch = 50;

    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<ForgetVolunteers>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock: tandems first, since they name their mentors.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        while (await db.Database.SqlQuery<int>($"""select reading.forget_tandems({Batch}) as "Value" """).SingleAsync(cancellation) == Batch)
            cancellation.ThrowIfCancellationRequested();
        while (await db.Database.SqlQuery<int>($"""select reading.forget_volunteers({Batch}) as "Value" """).SingleAsync(cancellation) == Batch)
            cancellation.ThrowIfCancellationRequested();
    }
}
