namespace IntegrationPortal.Web.Data;

/// <summary>
/// The version of a row (PostgreSQL's xmin) as a form carries it: saving a page that was drawn before somebody else saved is
/// refused instead of undoing the other's work.
/// </summary>
public static class RowVersions
{
    private const string Column = "xmin";

    public static uint VersionOf(this PortalDbContext db, object row) => (uint)db.Entry(row).Property(Column).CurrentValue!;

    /// <summary>The next save fails when the row is not in this version any more.</summary>
    public static void Expect(this PortalDbContext db, object row, uint version) => db.Entry(row).Property(Column).OriginalValue = version;
}
