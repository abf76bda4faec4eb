using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>A demo whose drawing was interrupted is cleared away whole, so that the next start draws it again.</summary>
public static class HalfDemo
{
    /// <summary>Touches nothing unless every account is a demo account; needs the owner, since nobody else may delete.</summary>
    public static async Task ClearAsync(string ownerConnectionString, CancellationToken cancellation = default)
    {
        await using var owner = new PortalDbContext(DataRegistration.Options(new DbContextOptionsBuilder<PortalDbContext>(), ownerConnectionString).Options);
        if (!await owner.Set<PortalUser>().AnyAsync(cancellation) || await owner.Set<PortalUser>().AnyAsync(u => !u.IsDemo, cancellation))
            return;
        var tables = Walls.TenantTables(owner.Model)
            .Append(owner.Model.FindEntityType(typeof(AuditEntry))!)
            .Append(owner.Model.FindEntityType(typeof(Membership))!)
            .Append(owner.Model.FindEntityType(typeof(PortalUser))!)
            .Select(t => $"\"{t.GetTableName()}\"").Distinct();
        await using var command = owner.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"truncate {string.Join(", ", tables)} cascade";
        await owner.Database.OpenConnectionAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
