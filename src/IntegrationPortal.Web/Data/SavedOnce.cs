using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data;

/// <summary>Saves what a form creates, where the same form may arrive twice in the same moment, as by a double click without script.</summary>
public static class SavedOnce
{
    /// <summary>Adds one row, whose key the form has brought along.</summary>
    /// <returns>False when the other sending was faster: the row is there already.</returns>
    public static async Task<bool> AddOnceAsync<T>(this PortalDbContext db, T created, CancellationToken cancellation)
        where T : class
    {
        db.Add(created);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            var there = await db.Entry(created).GetDatabaseValuesAsync(cancellation);
            db.ChangeTracker.Clear();
            if (there is null)
                throw;
            return false;
        }
    }

    /// <summary>Saves what was added, where it is more than one row or has no key of the form.</summary>
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
