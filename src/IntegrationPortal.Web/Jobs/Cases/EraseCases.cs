using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Cases;

/// <summary>
/// Every evening: closed cases whose day has come are erased (erasing.sql), one by one, each in a transaction of its own. Whatever interrupts it
/// leaves whole cases, and the next evening goes on with them.
/// </summary>
public sealed class EraseCases(PortalDbContext db, TenantRounds rounds, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<EraseCases>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock. Returns how many were erased.</summary>
    public async Task<int> RunHereAsync(CancellationToken cancellation)
    {
        var today = GermanTime.DayOf(clock.GetUtcNow());
        var due = await db.CasePaths.Where(c => c.EraseOn <= today).OrderBy(c => c.EraseOn).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellation);
        var erased = 0;
        var failures = new List<Exception>();
        foreach (var id in due)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // One statement is one transaction. What was reopened or is held since answers false and stays.
                if (await db.Database.SqlQuery<bool>($"""select reading.erase_case({id}) as "Value" """).SingleAsync(cancellation))
                    erased++;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One that cannot be erased does not keep the others from it.
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? erased : throw new AggregateException($"{failures.Count} of {due.Count} cases could not be erased.", failures);
    }
}
