using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Reads account, membership, municipality and actor of a session in one query and enters the tenant for this request.</summary>
public sealed class SignedInAccounts(PortalDbContext db, Session session, SecondFactorDuty duty, TimeProvider clock) : ISignedInAccounts
{
    private static readonly Func<PortalDbContext, Guid, Guid, Guid?, DateTimeOffset, List<Role>, CancellationToken, Task<Row?>> Find =
        EF.CompileAsyncQuery((PortalDbContext db, Guid session, Guid userId, Guid? hat, DateTimeOffset now, List<Role> needing, CancellationToken cancellation) =>
            (from u in db.Users
             where u.Id == userId && !db.EndedSessions.Any(e => e.Id == session)
             from m in db.Memberships
                 .Where(m => m.Id == hat && m.UserId == u.Id && m.EndedAt == null && m.ValidFrom <= now && (m.ValidUntil == null || m.ValidUntil > now))
                 .DefaultIfEmpty()
             from t in db.Tenants.Where(t => t.Id == m.TenantId).DefaultIfEmpty()
             from a in db.Actors.Where(a => a.TenantId == m.TenantId && a.Id == m.ActorId).DefaultIfEmpty()
             select new Row(
                 u.SecurityStamp, u.ClosedAt, u.LockoutEnd, u.DisplayName, u.Email, u.Language, u.IsDemo,
                 m == null ? null : m.Role, m == null ? null : m.TenantId, t == null ? null : t.Name,
                 m == null ? null : m.ActorId, a == null ? null : a.Name, a == null ? null : a.Kind,
                 db.Memberships.Count(o => o.UserId == u.Id && o.Id != hat && o.EndedAt == null && o.ValidFrom <= now
                     && (o.ValidUntil == null || o.ValidUntil > now)),
                 !u.TwoFactorEnabled && db.Memberships.Any(o => o.UserId == u.Id && needing.Contains(o.Role) && o.EndedAt == null && o.ValidFrom <= now
                     && (o.ValidUntil == null || o.ValidUntil > now))))
            .FirstOrDefault());

    public async Task<SignedInAccount?> EnterAsync(SessionTicket ticket, bool sentTwice, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The cookie is sealed, so its tenant may be entered to read the name of the actor; whether it still holds is checked below.
        if (ticket.TenantId is { } tenant)
            session.EnterMunicipality(tenant);
        var row = await Find(db, ticket.SessionId, ticket.UserId, ticket.MembershipId, now, [.. duty.Roles], cancellation);
        session.Leave();
        var holds = row is not null && (row.Stamp == ticket.SecurityStamp || (sentTwice && SecurityStamps.WasRenewedBy(row.Stamp, ticket)));
        if (row is null || !holds || row.ClosedAt is not null || row.LockoutEnd > now)
            return null;

        // Whoever has to set up a second factor first is somebody, with no hat on: the walls show them nothing, and no page does.
        if (row.OwesSecondFactor && ticket.Way is not { TwoFactors: true })
        {
            session.Enter(ticket.UserId);
            return new SignedInAccount(ticket.UserId, row.DisplayName, row.Email ?? "", row.Language, row.IsDemo, null, 0, OwesSecondFactor: true);
        }

        var hat = ticket.MembershipId is { } id && row.Role is { } role
            ? new Hat(id, role, row.TenantId, row.TenantName, row.ActorId, row.ActorName, row.ActorKind)
            : null;
        if (hat is null)
            session.Enter(ticket.UserId);
        else
            session.Enter(ticket.UserId, hat.TenantId, hat.ActorId, hat.Role);
        return new SignedInAccount(
            ticket.UserId, row.DisplayName, row.Email ?? "", row.Language, row.IsDemo, hat, row.OtherHats);
    }

    private sealed record Row(
        string? Stamp, DateTimeOffset? ClosedAt, DateTimeOffset? LockoutEnd, string DisplayName, string? Email, string Language,
        bool IsDemo, Role? Role, Guid? TenantId, string? TenantName, Guid? ActorId, string? ActorName, string? ActorKind, int OtherHats, bool OwesSecondFactor);
}
