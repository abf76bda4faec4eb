using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What the token of a printed sheet leads to, before the municipality is entered.</summary>
/// <param name="AnswerId">The form that it was answered with last.</param>
/// <param name="IsOpen">It can still be answered.</param>
public sealed record OpenSheet(Guid TenantId, Guid HandoverId, Guid ActorId, string ActorKind, Guid? AnswerId, bool IsOpen);

/// <summary>Found by a function that returns nothing else (sheet-walls.sql).</summary>
public static class OpenSheets
{
    public static async Task<OpenSheet?> SheetOfAsync(this PortalDbContext db, byte[] tokenHash, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<OpenSheet>($"select * from reading.sheet_of({tokenHash})").ToListAsync(cancellation)).SingleOrDefault();
}
