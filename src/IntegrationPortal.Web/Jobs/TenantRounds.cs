using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs;

/// <summary>Does the same job in every municipality, one after the other, each in a scope of its own.</summary>
public sealed class TenantRounds(PortalDbContext db, TenantScopes tenants, ILogger<TenantRounds> log)
{
    /// <summary>A municipality in which the job fails does not keep it from the others; the job as a whole fails at the end.</summary>
    public async Task RunAsync<TJob>(Func<TJob, Task> job, CancellationToken cancellation)
        where TJob : notnull
    {
        var failures = new List<Exception>();
        foreach (var tenantId in await db.Tenants.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await using var scope = tenants.EnterAsClock(tenantId);
                await job(scope.ServiceProvider.GetRequiredService<TJob>());
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Job} failed in municipality {TenantId}", typeof(TJob).Name, tenantId);
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
