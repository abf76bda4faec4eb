using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data;

/// <summary>Saves what a form creates, where the same form may arrive twice in the same moment, as by a double click without script.</summary>
public static class SavedOnce
{
    /// <returns>False when the other sending was faster: what the form creates is there already.</returns>
    public static async Task<bool> SaveOnceAsync<T>(this PortalDbContext db, IQueryable<T> created, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await created.AnyAsync(cancellation))
                return false;
            throw;
        }
    }
}
