using System.Diagnostics;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Indicators;

/// <summary>
/// Every night: has the database count how the steps and handovers of each municipality really went (product.md 6, /analysis), once a month
/// when the month before has settled. Like <see cref="CountIndicators"/> it calls functions of the database and sees neither counts nor persons.
/// </summary>
public sealed class AnalyseProcesses(PortalDbContext db, ILogger<AnalyseProcesses> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>How many municipalities were counted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        db.Database.SetCommandTimeout(Longest);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"select set_config('statement_timeout', {Longest.TotalSeconds + "s"}, false)", cancellation);
            var counted = 0;
            foreach (var town in await db.Database.SqlQuery<Guid>($"select counting.processes_waiting() as \"Value\"").ToListAsync(cancellation))
            {
                var watch = Stopwatch.StartNew();
                // A statement of its own is a transaction of its own: what fails in one municipality keeps nothing from those before it.
                counted += await db.Database.SqlQuery<bool>($"select counting.count_process({town}) as \"Value\"").SingleAsync(cancellation) ? 1 : 0;
                if (watch.ElapsedMilliseconds > 1000)
                    log.LogInformation("Analysed the process of municipality {TenantId} in {Milliseconds} ms", town, watch.ElapsedMilliseconds);
            }

            return counted;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
