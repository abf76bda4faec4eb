using System.Diagnostics;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Indicators;

/// <summary>
/// Has the database count what was written since the last time, one municipality after the other, each in a transaction of its own. The
/// portal itself sees neither counts nor persons: it calls functions of the database and enters no municipality.
/// </summary>
public sealed class CountIndicators(PortalDbContext db, ReferenceCatalogue catalogue, ILogger<CountIndicators> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>How many cases and tandems were counted anew.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // The first count of a large municipality takes longer than a page ever may.
        db.Database.SetCommandTimeout(Longest);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"select set_config('statement_timeout', {Longest.TotalSeconds + "s"}, false)", cancellation);
            return await CountAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<int> CountAsync(CancellationToken cancellation)
    {
        await TellWorkingDaysAsync(cancellation);
        var counted = 0;
        foreach (var town in await db.Database.SqlQuery<Guid>($"select counting.waiting() as \"Value\"").ToListAsync(cancellation))
        {
            var watch = Stopwatch.StartNew();
            var here = await db.Database.SqlQuery<int>($"select counting.refresh({town}) as \"Value\"").SingleAsync(cancellation);
            counted += here;
            if (watch.ElapsedMilliseconds > 1000)
                log.LogInformation("Counted {Subjects} cases of municipality {TenantId} in {Milliseconds} ms", here, town, watch.ElapsedMilliseconds);
        }

        await db.Database.SqlQuery<int>($"select counting.refresh_entries() as \"Value\"").SingleAsync(cancellation);
        return counted;
    }

    /// <summary>Of municipalities that have joined since the portal began.</summary>
    private async Task TellWorkingDaysAsync(CancellationToken cancellation)
    {
        foreach (var town in await db.Database.SqlQuery<Guid>($"select counting.without_days() as \"Value\"").ToListAsync(cancellation))
        {
            var calendar = catalogue.For(await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == town, cancellation));
            await db.Database.ExecuteSqlAsync($"select counting.learn_days({town}, {WorkingDays.First}, {WorkingDays.Of(calendar)})", cancellation);
        }
    }
}
