using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Trails;

/// <summary>Every night: an invitation that nobody accepted is forgotten some months after it lapsed or was taken back, and the address with it.</summary>
public sealed class ForgetInvitations(PortalDbContext db, Session session, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellation)
    {
        // To roles of the whole portal.
        session.EnterAsClock();
        await ForgetAsync(db.PortalInvitations, cancellation);
        await rounds.RunAsync<ForgetInvitations>(j => j.RunHereAsync(cancellation), cancellation);
    }

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public Task RunHereAsync(CancellationToken cancellation) => ForgetAsync(db.Invitations, cancellation);

    private async Task ForgetAsync<T>(IQueryable<T> invitations, CancellationToken cancellation)
        where T : InvitationByMail
    {
        var before = catalogue.KeptSince(DeadlineRule.InvitationKept, clock.GetUtcNow());
        List<T> over;
        do
        {
            over = await invitations.AsTracking().Where(i => i.AcceptedAt == null && (i.ExpiresAt < before || i.RevokedAt < before))
                .OrderBy(i => i.InvitedAt).Take(Batch).ToListAsync(cancellation);
            db.RemoveRange(over);
            await db.SaveChangesAsync(cancellation);
        }
        while (over.Count == Batch);
    }
}
