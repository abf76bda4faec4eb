using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>At which actors somebody could open the portal now and answer a handover. To the others it would be sent and never arrive.</summary>
public static class StaffedActors
{
    private static readonly Role[] WithCases = [.. Enum.GetValues<Role>().Where(r => r.HoldsCases())];

    /// <summary>Those of the given ones. Whoever has no password yet sets one through a mail; whose account is locked or closed does not come in.</summary>
    public static async Task<HashSet<Guid>> StaffedAsync(this PortalDbContext db, IReadOnlyCollection<Guid> actors, CancellationToken cancellation)
    {
        var now = db.Session.Now;
        // Memberships stand outside the tenant wall, so the municipality is named here.
        return await (
            from m in db.Memberships.AsNoTracking().Where(Hats.InForce(now))
            where m.TenantId == db.TenantId && m.ActorId != null && actors.Contains(m.ActorId.Value) && WithCases.Contains(m.Role)
            join u in db.Users on m.UserId equals u.Id
            where u.ClosedAt == null && (u.LockoutEnd == null || u.LockoutEnd <= now)
            select m.ActorId!.Value).Distinct().ToHashSetAsync(cancellation);
    }
}
