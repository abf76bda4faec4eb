using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The words by which names are found are always those of the persons, and nobody but the search reads them.</summary>
public sealed class NameKeysTests(PortalHost host)
{
    private const string Keys = "select coalesce(string_agg(key, ' ' order by key), '') from reading.name_key where key not like '#%'";

    [Fact]
    public async Task A_portal_that_had_no_words_of_names_yet_has_them_after_its_migration_and_forgets_none_later()
    {
        var scratch = await host.NewDatabaseAsync("names");
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = new NpgsqlConnectionStringBuilder(scratch.Owner).Database }.ConnectionString);
        await superuser.OpenAsync();
        await RunAsync("drop table reading.name_key; set session_replication_role = replica");
        await RunAsync("""
            insert into person (tenant_id, case_id, id, official_name, called_name, short_name, search_form, languages, needs_interpreter)
            values (uuidv7(), uuidv7(), uuidv7(), 'Omar Alhassan', 'Omar', 'Omar A.', 'OMAR ALHASSAN', '{}', false)
            """);
        await RunAsync("set session_replication_role = origin");

        await Migrator.MigrateAsync(scratch.Owner);
        Assert.Equal("ALHASSAN HASSAN OMAR", await AskAsync(Keys));
        await RunAsync("update person set search_form = 'OMAR ELHADDAD'");
        Assert.Equal("ELHADDAD HADDAD OMAR", await AskAsync(Keys));
        // A second migration writes nothing twice and takes nothing away.
        await Migrator.MigrateAsync(scratch.Owner);
        Assert.Equal("ELHADDAD HADDAD OMAR", await AskAsync(Keys));
        await RunAsync("delete from person");
        Assert.Equal("", await AskAsync("select coalesce(string_agg(key, ' '), '') from reading.name_key"));

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, superuser);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        async Task<string> AskAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, superuser);
            return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    [Fact]
    public async Task Neither_the_portal_nor_the_owner_reads_the_words_of_names()
    {
        foreach (var role in new[] { host.Database.Application, host.Database.Owner })
        {
            await using var connection = new NpgsqlConnection(role);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("select count(*) from reading.name_key", connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }
}
