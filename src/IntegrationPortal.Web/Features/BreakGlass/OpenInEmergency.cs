using System.Linq.Expressions;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.BreakGlass;

/// <summary>
/// Opens a case to the coordination for 24 hours. In the same save it is logged, and the data protection officer and the lead
/// actor are told.
/// </summary>
public sealed class OpenInEmergency(PortalDbContext db, TimeProvider clock)
{
    private static readonly Role[] CaseRoles = [.. Enum.GetValues<Role>().Where(r => r.HoldsCases())];

    /// <returns>False when there is no such case.</returns>
    public async Task<bool> RunAsync(Guid caseId, string reason, Officer by, CancellationToken cancellation)
    {
        // Taken before the connection opens: the wall compares the 24 hours with the time it was told then.
        var now = clock.GetUtcNow();
        if (await db.TakePathAsync(caseId, cancellation) is not { } path)
            return false;
        path.Lapse(now);
        path.BreakGlass(reason, by, now);
        db.Add(new AccessEntry
        {
            Id = Guid.CreateVersion7(now),
            TenantId = by.TenantId,
            CaseId = caseId,
            UserId = by.UserId,
            ActorId = by.ActorId,
            Kind = AccessKind.BreakGlass,
            At = now,
        });
        foreach (var userId in await UsersAsync(by, now, m => m.Role == Role.DataProtectionOfficer, cancellation))
            db.Add(OutboxMail.For(userId, MailTemplate.BreakGlassReported, now, by.TenantId, caseId));
        foreach (var userId in await UsersAsync(by, now, m => m.ActorId == path.LeadActorId && CaseRoles.Contains(m.Role), cancellation))
            db.Add(OutboxMail.For(userId, MailTemplate.BreakGlassUsed, now, by.TenantId, caseId));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private Task<List<Guid>> UsersAsync(Officer by, DateTimeOffset now, Expression<Func<Membership, bool>> who, CancellationToken cancellation) =>
        db.Memberships.AsNoTracking().Where(Hats.InForce(now)).Where(m => m.TenantId == by.TenantId).Where(who)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
}
