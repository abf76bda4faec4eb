using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs;

/// <summary>Every night: forgets what has lost its meaning. Nothing of it is a trail or a record of a person.</summary>
public sealed class TidyUp(PortalDbContext db, SignInAttempts attempts, EndedSessions sessions, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await attempts.ForgetOldAsync(cancellation);
        await sessions.ForgetOldAsync(cancellation);
        var now = clock.GetUtcNow();
        // A used link stays until its hour is over, because the links of the last hour are counted.
        await db.Database.ExecuteSqlAsync($"delete from password_reset where expires_at <= {now}", cancellation);
        await db.Database.ExecuteSqlAsync($"delete from email_change where expires_at <= {now}", cancellation);
        await rounds.RunAsync<TidyUp>(j => j.RunHereAsync(cancellation), cancellation);
    }

    /// <summary>The round in the municipality that this scope has entered as the clock: drafts to which nobody has come back, and imported tables.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var before = catalogue.KeptSince(DeadlineRule.DraftKept, clock.GetUtcNow());
        db.RemoveRange(await db.UnsentHandovers.Where(u => u.KeptAt < before).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        var imported = catalogue.KeptSince(DeadlineRule.ImportKept, clock.GetUtcNow());
        foreach (var import in await db.CaseImports.AsTracking().Where(i => i.UploadedAt < imported).ToListAsync(cancellation))
            await db.DiscardAsync(import, cancellation);
    }
}
