using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// The path of a case for somebody who takes part in it now. For everybody else it is not there, also for the coordination, which
/// sees all paths of its municipality but does nothing in those of others.
/// </summary>
public static class OwnPaths
{
    /// <summary>Does this officer's actor take part now? The walls ask the same.</summary>
    public static bool TakesPart(this CasePath path, Officer by, DateTimeOffset now) =>
        path.ParticipationOf(by.ActorId)?.HoldsAt(now) == true;

    /// <summary>In a transaction: whoever changes the case at this moment is waited for, and what is read next is what they left.</summary>
    public static Task HoldPathAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"select from case_path where tenant_id = {db.TenantId} and id = {caseId} for no key update", cancellation);

    /// <summary>To be read.</summary>
    public static async Task<CasePath?> SeeOwnPathAsync(
        this PortalDbContext db, Guid caseId, Officer by, DateTimeOffset now, CancellationToken cancellation) =>
        await db.SeePathAsync(caseId, cancellation) is { } path && path.TakesPart(by, now) ? path : null;

    /// <summary>With all that its deeds need, to be changed and saved.</summary>
    public static async Task<CasePath?> TakeOwnPathAsync(
        this PortalDbContext db, Guid caseId, Officer by, DateTimeOffset now, CancellationToken cancellation) =>
        await db.TakePathAsync(caseId, cancellation) is { } path && path.TakesPart(by, now) ? path : null;
}
