using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Cases;

/// <summary>Every night: where something of a case ended the day before, the next thing that ends takes its place (ends.sql).</summary>
public sealed class PassEnds(PortalDbContext db, TenantRounds rounds)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<PassEnds>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public Task RunHereAsync(CancellationToken cancellation) => db.Database.SqlQuery<int>($"select reading.pass_ends() as \"Value\"").SingleAsync(cancellation);
}
