using IntegrationPortal.Domain.CaseImports;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.CaseImports;

/// <summary>Deletes a table with all of its rows: by its actor, or at night once it has been kept for long enough.</summary>
public static class DiscardImport
{
    /// <returns>False when somebody else was at it in the same moment; it is there as it was, or gone.</returns>
    public static async Task<bool> DiscardAsync(this PortalDbContext db, CaseImport import, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Rows of a table leave no trail of their own (AuditTrail); that the table goes is in it.
        await db.Database.ExecuteSqlAsync($"delete from case_import_row where tenant_id = {import.TenantId} and import_id = {import.Id}", cancellation);
        db.Remove(import);
        if (!await db.SaveInTimeAsync(cancellation))
            return false;
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
