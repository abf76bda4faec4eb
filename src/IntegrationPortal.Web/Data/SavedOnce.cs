using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data;

/// <summary>Stores what comes under an id that its writer made: sent twice at once it is stored once, and both sendings are answered alike.</summary>
public static class SavedOnce
{
    /// <param name="isStored">Has it arrived before? An id that somebody else has used is not this writer's.</param>
    public static async Task SaveOnceAsync(this PortalDbContext db, Func<Task<bool>> isStored, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            if (!await isStored())
                throw;
        }
    }
}
