using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data;

/// <summary>Brings a database to the version of this program: schema, the walls, the reference data, the handbook. Needs the owner role.</summary>
public static class Migrator
{
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancellation = default)
    {
        await using var owner = new PortalDbContext(DataRegistration.Options(new DbContextOptionsBuilder<PortalDbContext>(), ownerConnectionString).Options);
        await owner.Database.MigrateAsync(cancellation);
        await Walls.ApplyAsync(owner, cancellation);
        await owner.Database.OpenConnectionAsync(cancellation);
        await ReferenceLoader.LoadAsync((NpgsqlConnection)owner.Database.GetDbConnection(), cancellation);
        await WorkingDays.LoadAsync(owner, cancellation);
        await HandbookLoader.LoadAsync(owner, TimeProvider.System.GetUtcNow(), cancellation);
    }
}
