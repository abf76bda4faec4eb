using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data;

/// <summary>
/// The version of a row (PostgreSQL's xmin) as a form carries it: saving a page that was drawn before somebody else saved is
/// refused instead of undoing the other's work.
/// </summary>
public static class RowVersions
{
    private const string Column = "xmin";

    public static uint VersionOf(this PortalDbContext db, object row) => (uint)db.Entry(row).Property(Column).CurrentValue!;

    /// <summary>False when somebody else was faster: nothing is saved then, and what is read next is what is stored.</summary>
    public static async Task<bool> SaveInTimeAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The next save fails when the row is not in this version any more.</summary>
    public static void Expect(this PortalDbContext db, object row, uint version) => db.Entry(row).Property(Column).OriginalValue = version;
}
