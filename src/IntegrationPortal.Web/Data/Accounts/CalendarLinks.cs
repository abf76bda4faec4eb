using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Whose calendar it is, and the hats whose days stand in it.</summary>
public sealed record OpenedCalendar(PortalUser User, IReadOnlyList<Membership> Hats);

/// <summary>Opens the calendar of an address. What a session of its owner would not show now, it does not show either.</summary>
public sealed class CalendarLinks(PortalDbContext db, TenantScopes tenants, SecondFactorDuty duty, TimeProvider clock)
{
    /// <summary>Null for a token that is none, was replaced or revoked, and of an account that is shut, owes a second factor or has no role with days left.</summary>
    public async Task<OpenedCalendar?> OpenAsync(string token, CancellationToken cancellation)
    {
        if (CalendarToken.Hash(token) is not { } hash
            || (await db.Database.SqlQuery<Guid?>($"""select reading.whose_calendar({hash}) as "Value" """).ToListAsync(cancellation)).Single() is not { } id)
        {
            return null;
        }

        // Whoever is signed in in the same browser lends it nothing.
        var now = clock.GetUtcNow();
        await using var scope = tenants.EnterPortal(id);
        var own = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var user = await own.Users.AsNoTracking().SingleAsync(u => u.Id == id, cancellation);
        if (await own.CalendarLinks.AsNoTracking().SingleOrDefaultAsync(l => l.UserId == id, cancellation) is not { } link || !link.Is(hash) || !link.Holds(user) || user.IsShut(now))
            return null;
        var hats = await own.Memberships.AsNoTracking().Where(m => m.UserId == id).Where(Hats.InForce(now)).OrderBy(m => m.Id).ToListAsync(cancellation);
        if (!link.TwoFactors && hats.Exists(h => duty.Roles.Contains(h.Role)))
            return null;
        hats.RemoveAll(h => !h.Role.HasDays());
        return hats.Count == 0 ? null : new OpenedCalendar(user, hats);
    }
}
