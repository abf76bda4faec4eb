using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What happened to somebody's access to the municipality.</summary>
public enum RightChangeKind
{
    Invited,
    Revoked,
    Granted,
    Ended,
    SecondFactorTaken,
}

/// <summary>Somebody was let in, or is no longer.</summary>
/// <param name="Whom">The name of the account, or the address that was invited.</param>
/// <param name="By">Who invited, took back or ended.</param>
/// <param name="Reason">Why operations took off a second factor.</param>
public sealed record RightChange(Guid Id, DateTimeOffset At, RightChangeKind Kind, string? Whom, Role Role, string? Actor, string? By, string? Reason);

/// <summary>
/// Who got or lost access to the municipality, latest first, as the data protection officer reads it: from the memberships and invitations
/// themselves, which nobody rewrites (account-walls.sql), so that what operations ended stands there too.
/// </summary>
public static class AccessRights
{
    public static async Task<IReadOnlyList<RightChange>> RightChangesAsync(
        this PortalDbContext db, AccessPosition before, int rows, CancellationToken cancellation)
    {
        // The latest of each kind contain the latest of all.
        var found = new List<RightChange>();
        foreach (var changes in new[] { Granted(db), Ended(db), Invited(db), Revoked(db), SecondFactorTaken(db) })
        {
            found.AddRange((await changes
                .Where(c => EF.Functions.LessThan(ValueTuple.Create(c.At, c.Id), ValueTuple.Create(before.At, before.Id)))
                .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(rows).ToListAsync(cancellation))
                .Select(c => new RightChange(c.Id, c.At, c.Kind, c.Whom, c.Role, c.Actor, c.By, c.Reason)));
        }

        return [.. found.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(rows)];
    }

    // Memberships stand outside the tenant wall, so the municipality is named here.
    private static IQueryable<Line> Granted(PortalDbContext db) =>
        from m in db.Memberships
        where m.TenantId == db.TenantId
        select new Line
        {
            Id = m.Id, At = m.ValidFrom, Kind = RightChangeKind.Granted, Role = m.Role,
            Whom = db.Users.Where(u => u.Id == m.UserId).Select(u => u.DisplayName).FirstOrDefault(),
            Actor = db.Actors.Where(a => a.Id == m.ActorId).Select(a => a.Name).FirstOrDefault(),
            By = (from i in db.Invitations
                  where i.AcceptedBy == m.UserId && i.ActorId == m.ActorId && i.Role == m.Role && i.AcceptedAt == m.ValidFrom
                  join u in db.Users on i.InvitedBy equals u.Id
                  select u.DisplayName).FirstOrDefault(),
        };

    private static IQueryable<Line> Ended(PortalDbContext db) =>
        from m in db.Memberships
        where m.TenantId == db.TenantId && m.EndedAt != null
        select new Line
        {
            Id = m.Id, At = m.EndedAt!.Value, Kind = RightChangeKind.Ended, Role = m.Role,
            Whom = db.Users.Where(u => u.Id == m.UserId).Select(u => u.DisplayName).FirstOrDefault(),
            Actor = db.Actors.Where(a => a.Id == m.ActorId).Select(a => a.Name).FirstOrDefault(),
            By = db.Users.Where(u => u.Id == m.EndedBy).Select(u => u.DisplayName).FirstOrDefault(),
        };

    private static IQueryable<Line> Invited(PortalDbContext db) =>
        from i in db.Invitations
        select new Line
        {
            Id = i.Id, At = i.InvitedAt, Kind = RightChangeKind.Invited, Role = i.Role, Whom = i.Address,
            Actor = db.Actors.Where(a => a.Id == i.ActorId).Select(a => a.Name).FirstOrDefault(),
            By = db.Users.Where(u => u.Id == i.InvitedBy).Select(u => u.DisplayName).FirstOrDefault(),
        };

    private static IQueryable<Line> Revoked(PortalDbContext db) =>
        from i in db.Invitations
        where i.RevokedAt != null
        select new Line
        {
            Id = i.Id, At = i.RevokedAt!.Value, Kind = RightChangeKind.Revoked, Role = i.Role, Whom = i.Address,
            Actor = db.Actors.Where(a => a.Id == i.ActorId).Select(a => a.Name).FirstOrDefault(),
            By = db.Users.Where(u => u.Id == i.RevokedBy).Select(u => u.DisplayName).FirstOrDefault(),
        };

    // The walls show those of the own municipality; of several roles there the first stands for the person.
    private static IQueryable<Line> SecondFactorTaken(PortalDbContext db) =>
        from r in db.SecondFactorRemovals
        from m in db.Memberships.Where(m => m.UserId == r.UserId && m.TenantId == db.TenantId && m.ValidFrom <= r.At && (m.EndedAt == null || m.EndedAt > r.At))
            .OrderBy(m => m.ValidFrom).ThenBy(m => m.Id).Take(1)
        select new Line
        {
            Id = r.Id, At = r.At, Kind = RightChangeKind.SecondFactorTaken, Role = m.Role, Reason = r.Reason,
            Whom = db.Users.Where(u => u.Id == r.UserId).Select(u => u.DisplayName).FirstOrDefault(),
            Actor = db.Actors.Where(a => a.Id == m.ActorId).Select(a => a.Name).FirstOrDefault(),
            By = db.Users.Where(u => u.Id == r.RemovedBy).Select(u => u.DisplayName).FirstOrDefault(),
        };

    private sealed class Line
    {
        public Guid Id { get; init; }

        public DateTimeOffset At { get; init; }

        public RightChangeKind Kind { get; init; }

        public Role Role { get; init; }

        public string? Whom { get; init; }

        public string? Actor { get; init; }

        public string? By { get; init; }

        public string? Reason { get; init; }
    }
}
