using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>One page of the accounts of the portal, in the order of their addresses.</summary>
public sealed class FindAccounts(PortalDbContext db, CurrentUser me, TimeProvider clock)
{
    private const int RowsOfAPage = 50;

    /// <param name="typed">Words of a name or an address; null for all.</param>
    public async Task<(IReadOnlyList<AccountRow> Rows, Guid? Next)> PageAsync(AccountFilter filter, string? typed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = Those(filter, Named(db.Users.AsNoTracking(), typed), now);
        // The place is an id, since an address in the address of a page would stand in logs. After one that is unknown the list begins anew.
        if (filter.After is { } last && await db.Users.Where(u => u.Id == last).Select(u => u.NormalizedEmail).SingleOrDefaultAsync(cancellation) is { } place)
            found = found.Where(u => EF.Functions.GreaterThan(ValueTuple.Create(u.NormalizedEmail!, u.Id), ValueTuple.Create(place, last)));
        var users = await found.OrderBy(u => u.NormalizedEmail).ThenBy(u => u.Id).Take(RowsOfAPage + 1).ToListAsync(cancellation);
        var shown = users.Take(RowsOfAPage).ToList();
        var ids = shown.Select(u => u.Id).ToList();
        var hats = await HatsOfAsync(ids, cancellation);
        var withPasskey = await db.Passkeys.Where(p => ids.Contains(p.UserId)).Select(p => p.UserId).Distinct().ToListAsync(cancellation);
        return (
            [.. shown.Select(u => new AccountRow(
                u.Id, u.DisplayName, u.Email!, u.LockoutEnd > now, u.ClosedAt is not null, u.Id == me.UserId, [.. hats[u.Id]], u.TwoFactorEnabled || withPasskey.Contains(u.Id)))],
            users.Count > RowsOfAPage ? shown[^1].Id : null);
    }

    /// <summary>What these accounts may do now.</summary>
    public async Task<ILookup<Guid, AccountHat>> HatsOfAsync(IReadOnlyCollection<Guid> users, CancellationToken cancellation)
    {
        var rows = await (
            from m in db.Memberships.Where(Hats.InForce(clock.GetUtcNow()))
            where users.Contains(m.UserId)
            from t in db.Tenants.Where(t => t.Id == m.TenantId).DefaultIfEmpty()
            orderby t.Name, m.Role
            select new { m.UserId, m.Role, Tenant = t == null ? null : t.Name }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.UserId, r => new AccountHat(r.Role, r.Tenant));
    }

    private static IQueryable<PortalUser> Named(IQueryable<PortalUser> users, string? typed)
    {
        if (typed is null)
            return users;
        var pattern = "%" + typed.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
        return users.Where(u => EF.Functions.ILike(u.Email!, pattern) || EF.Functions.ILike(u.DisplayName, pattern));
    }

    private IQueryable<PortalUser> Those(AccountFilter filter, IQueryable<PortalUser> users, DateTimeOffset now)
    {
        var hats = db.Memberships.Where(Hats.InForce(now));
        if (filter.Role is { } role)
            users = users.Where(u => hats.Any(m => m.UserId == u.Id && m.Role == role));
        return filter.State switch
        {
            AccountIs.Open => users.Where(u => u.ClosedAt == null && (u.LockoutEnd == null || u.LockoutEnd <= now)),
            AccountIs.Locked => users.Where(u => u.ClosedAt == null && u.LockoutEnd > now),
            AccountIs.Closed => users.Where(u => u.ClosedAt != null),
            AccountIs.WithoutRole => users.Where(u => u.ClosedAt == null && !hats.Any(m => m.UserId == u.Id)),
            _ => users,
        };
    }
}
