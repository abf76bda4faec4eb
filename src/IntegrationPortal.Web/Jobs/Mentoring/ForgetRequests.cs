using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>Every night: a wish for a mentor that was taken back is forgotten, since it rested on the person's consent alone (GDPR Art. 17 (1) b).</summary>
public sealed class ForgetRequests(PortalDbContext db, TenantRounds rounds)
{
    private const int Batch = 500;

    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<ForgetRequests>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        List<MentoringRequest> over;
        do
        {
            over = await db.MentoringRequests.AsTracking().Where(r => r.State == RequestState.Withdrawn).OrderBy(r => r.EnteredAt).Take(Batch).ToListAsync(cancellation);
            db.RemoveRange(over);
            await db.SaveChangesAsync(cancellation);
        }
        while (over.Count == Batch);
    }
}
