using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Cases become due without three years going by, and the clock erases them.</summary>
public static class TownErasures
{
    /// <summary>The case is closed and due on that day, whatever is open in it: set beyond the walls.</summary>
    public static async Task DueAsync(this TownCase path, string superuser, DateOnly day)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("update case_path set closed_on = $2, closed_at = $2, closure_reason = 'ContactLost', erase_on = $2 where id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = path.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = day });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>As the job asks; false where it is not due.</summary>
    public static async Task<bool> EraseAsync(this TownCase path)
    {
        await using var scope = path.Town.Portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(path.Town.Tenant.Id);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await db.Database.SqlQuery<bool>($"""select reading.erase_case({path.Id}) as "Value" """).SingleAsync(TestContext.Current.CancellationToken);
    }

    public static Task HoldAsync(this TownCase path, Officer officer, bool thenLift = false) => path.Town.Portal.AsAsync(officer, async db =>
    {
        var hold = ErasureHold.Hold(Guid.CreateVersion7(), path.Id, "Klage anhängig", officer, path.Town.Now);
        db.Add(hold);
        await db.SaveChangesAsync();
        if (thenLift)
            hold.Lift(officer, path.Town.Now);
        return await db.SaveChangesAsync();
    });
}
