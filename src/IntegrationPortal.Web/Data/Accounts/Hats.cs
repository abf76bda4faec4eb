using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>One membership somebody could act under. The actor's name is only known inside its own municipality.</summary>
public sealed record HatChoice(Guid MembershipId, Role Role, string? TenantName, string? ActorName, DateTimeOffset ValidFrom);

/// <summary>The memberships of one user that are in force.</summary>
public sealed class Hats(PortalDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<HatChoice>> ListAsync(Guid userId, CancellationToken cancellation) =>
        await (from m in ActiveOf(userId)
               from t in db.Tenants.Where(t => t.Id == m.TenantId).DefaultIfEmpty()
               from a in db.Actors.Where(a => a.TenantId == m.TenantId && a.Id == m.ActorId).DefaultIfEmpty()
               orderby t.Name, a.Name, m.Id
               select new HatChoice(m.Id, m.Role, t.Name, a.Name, m.ValidFrom)).ToListAsync(cancellation);

    public Task<Membership?> FindAsync(Guid userId, Guid membershipId, CancellationToken cancellation) =>
        ActiveOf(userId).SingleOrDefaultAsync(m => m.Id == membershipId, cancellation);

    /// <summary>The hat that was on last, if it is still valid; otherwise the oldest one; null for somebody without any.</summary>
    public Task<Membership?> PreferredAsync(PortalUser user, CancellationToken cancellation) =>
        ActiveOf(user.Id).OrderByDescending(m => m.Id == user.ActiveMembershipId).ThenBy(m => m.ValidFrom)
            .FirstOrDefaultAsync(cancellation);

    private IQueryable<Membership> ActiveOf(Guid userId)
    {
        var now = clock.GetUtcNow();
        return db.Memberships.Where(m => m.UserId == userId).Where(InForce(now));
    }

    /// <summary>The same rule as <see cref="Membership.IsActive"/>, for the database.</summary>
    public static System.Linq.Expressions.Expression<Func<Membership, bool>> InForce(DateTimeOffset now) =>
        m => m.EndedAt == null && m.ValidFrom <= now && (m.ValidUntil == null || m.ValidUntil > now);
}
