using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Cases;

/// <summary>
/// Every minute, and when a portal starts: goes on with tables whose rows are becoming cases, in the name of whoever started it and behind the walls of
/// their hat. Somebody whose hat has ended opens nothing any more.
/// </summary>
public sealed class RunImports(PortalDbContext db, TenantRounds rounds, TenantScopes scopes, TimeProvider clock)
{
    /// <summary>Then the next municipality has its turn.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    /// <summary>A large table takes longer than the minute after which this comes round again; two of them would leave no worker for mails and clocks.</summary>
    private static readonly SemaphoreSlim AtWork = new(1, 1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!await AtWork.WaitAsync(TimeSpan.Zero, cancellation))
            return;
        try
        {
            await rounds.RunAsync<RunImports>(j => j.RunHereAsync(cancellation), cancellation);
        }
        finally
        {
            AtWork.Release();
        }
    }

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        foreach (var import in await db.CaseImports.AsNoTracking().Where(i => i.State == ImportState.Running).OrderBy(i => i.UploadedAt).ToListAsync(cancellation))
        {
            var now = clock.GetUtcNow();
            var hat = await db.Memberships.AsNoTracking().Where(Hats.InForce(now))
                .FirstOrDefaultAsync(m => m.UserId == import.StartedByUserId && m.ActorId == import.ActorId && m.Role == import.StartedAs, cancellation);
            if (hat is null)
                await StopAsync(import.Id, cancellation);
            else
                await OpenAsync(import, hat, cancellation);
        }
    }

    private async Task OpenAsync(CaseImport import, Membership hat, CancellationToken cancellation)
    {
        await using var scope = scopes.EnterAs(hat);
        var behind = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var kind = await behind.Actors.Where(a => a.Id == import.ActorId).Select(a => a.Kind).SingleAsync(cancellation);
        // Trails name the account; the name that a page shows is looked up from it.
        var by = new Officer(hat.UserId, "", import.TenantId, import.ActorId, kind, hat.Role);
        await scope.ServiceProvider.GetRequiredService<OpenRows>().RunAsync(import.Id, by, Longest, cancellation);
    }

    private async Task StopAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.CaseImports.AsTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } import)
            return;
        import.Stop();
        await db.SaveInTimeAsync(cancellation);
    }
}
