using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>The number beside "Übergaben" in the navigation: what waits for my answer, counted at most once in a request.</summary>
public sealed class WaitingForMe(PortalDbContext db)
{
    private int? known;

    /// <summary>A page that has read the list, or counted it, tells its length.</summary>
    public void Know(int? count) => known = count;

    public async ValueTask<int> CountAsync(Officer me, DateOnly today, CancellationToken cancellation) =>
        known ??= await db.CountAnswersAsync(me, today, cancellation);
}
