using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>What an administrator, an extension or a hurried hand leaves beside the portal's tables has no walls, so the portal is not let in.</summary>
public sealed class ForeignTablesTests(PortalHost host)
{
    [Fact]
    public async Task A_migration_passes_by_tables_that_are_not_the_portals_and_opens_none_of_them()
    {
        var scratch = await host.NewDatabaseAsync("foreign_tables");
        await RunAsync(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "foreign_tables" }.ConnectionString, "create table public.of_somebody (id int); create sequence public.number_of_somebody");
        await RunAsync(scratch.Owner, "create table person_copy as select * from person");
        await Migrator.MigrateAsync(scratch.Owner);
        await using var app = new NpgsqlConnection(scratch.Application);
        await app.OpenAsync();
        await using var open = new NpgsqlCommand("""
            select coalesce(string_agg(t, ' '), 'none') from unnest(array['of_somebody', 'person_copy']) t where has_table_privilege(t, 'select, insert, update, delete')
            """, app);
        Assert.Equal("none", await open.ExecuteScalarAsync());
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
