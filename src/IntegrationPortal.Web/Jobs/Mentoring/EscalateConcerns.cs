using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every hour: a concern that nobody answered in time, or that is for somebody who has left, is shown to all coordinators of the organisation, and they are told.</summary>
public sealed class EscalateConcerns(PortalDbContext db, TenantRounds rounds, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<EscalateConcerns>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var concern in await db.Concerns.AsTracking().Where(c => c.AnsweredAt == null && c.EscalatedAt == null).ToListAsync(cancellation))
            await db.PassOnAsync(concern, now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
