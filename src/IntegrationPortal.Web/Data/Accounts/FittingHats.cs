using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Finds out which of their own other memberships would let somebody do something, by asking the walls as that membership.</summary>
public sealed class FittingHats(PortalDbContext db, TenantScopes scopes, TimeProvider clock)
{
    /// <param name="except">The hat that is on.</param>
    /// <param name="may">May the role ever? The others are not asked further.</param>
    /// <param name="sees">Does a context that stands behind the walls of the hat see it?</param>
    public async Task<IReadOnlyList<HatChoice>> FindAsync(
        Guid userId, Guid? except, Func<Role, bool> may, Func<PortalDbContext, Task<bool>> sees, CancellationToken cancellation)
    {
        var others = await db.Memberships.AsNoTracking().Where(m => m.UserId == userId && m.Id != except).Where(Hats.InForce(clock.GetUtcNow()))
            .OrderBy(m => m.ValidFrom).ToListAsync(cancellation);
        var fitting = new List<HatChoice>();
        foreach (var hat in others.Where(m => may(m.Role)))
        {
            await using var scope = scopes.EnterAs(hat);
            var behind = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            if (await sees(behind))
            {
                fitting.Add(new HatChoice(
                    hat.Id, hat.Role,
                    await behind.Tenants.Where(t => t.Id == hat.TenantId).Select(t => t.Name).SingleOrDefaultAsync(cancellation),
                    await behind.Actors.Where(a => a.Id == hat.ActorId).Select(a => a.Name).SingleOrDefaultAsync(cancellation), hat.ValidFrom));
            }
        }

        return fitting;
    }
}
