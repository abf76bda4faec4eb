using System.Linq.Expressions;
using IntegrationPortal.Domain.CasePaths;
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
/// actor are told, where there are any.
/// </summary>
public sealed class OpenInEmergency(PortalDbContext db, TimeProvider clock)
{
    private static readonly Role[] CaseRoles = [.. Enum.GetValues<Role>().Where(r => r.HoldsCases())];

    /// <summary>Who would be told now.</summary>
    public async Task<WhoIsTold> WhoIsToldAsync(CasePath path, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return new WhoIsTold(
            await UsersAsync(path, now, m => m.Role == Role.DataProtectionOfficer, cancellation),
            await UsersAsync(path, now, m => m.ActorId == path.LeadActorId && CaseRoles.Contains(m.Role), cancellation));
    }

    /// <returns>Who was told; null when there is no such case.</returns>
    public async Task<WhoIsTold?> RunAsync(Guid caseId, string reason, Officer by, CancellationToken cancellation)
    {
        // Taken before the connection opens: the wall compares the 24 hours with the time it was told then.
        var now = clock.GetUtcNow();
        if (await db.TakePathAsync(caseId, cancellation) is not { } path)
            return null;
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
        var told = await WhoIsToldAsync(path, cancellation);
        db.AddRange(told.Officers.Select(userId => OutboxMail.For(userId, MailTemplate.BreakGlassReported, now, by.TenantId, caseId)));
        db.AddRange(told.Lead.Select(userId => OutboxMail.For(userId, MailTemplate.BreakGlassUsed, now, by.TenantId, caseId)));
        await db.SaveChangesAsync(cancellation);
        return told;
    }

    private Task<List<Guid>> UsersAsync(CasePath path, DateTimeOffset now, Expression<Func<Membership, bool>> who, CancellationToken cancellation) =>
        db.Memberships.AsNoTracking().Where(Hats.InForce(now)).Where(m => m.TenantId == path.TenantId).Where(who)
            .Select(m => m.UserId).Distinct().ToListAsync(cancellation);
}
