using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

public sealed class EmbeddedPostgresServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    [Fact]
    public async Task A_first_start_gives_a_PostgreSQL_18_with_the_extensions_the_portal_needs()
    {
        await using var server = await StartAsync();
        Assert.StartsWith("18", await AskAsync(server.ConnectionString, "show server_version"));
        Assert.Equal("UTF8", await AskAsync(server.ConnectionString, "show server_encoding"));
        await AskAsync(server.ConnectionString, "create extension pg_trgm; create extension unaccent; create extension fuzzystrmatch; create extension btree_gist; select 1");
        Assert.Equal("t", await AskAsync(server.ConnectionString, "select daitch_mokotoff('Mohammed') && daitch_mokotoff('Muhammad')"));
    }

    [Fact]
    public async Task A_second_start_finds_the_data_and_the_port_of_the_first()
    {
        string first;
        await using (var server = await StartAsync())
        {
            first = server.ConnectionString;
            await AskAsync(first, "create table kept (x int); select 1");
        }

        await using var again = await StartAsync();
        Assert.Equal(first, again.ConnectionString);
        Assert.Equal("0", await AskAsync(again.ConnectionString, "select count(*) from kept"));
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_with_a_sentence()
    {
        await using var server = await StartAsync();
        var refusal = await Assert.ThrowsAsync<CannotStartException>(StartAsync);
        Assert.Contains("in use by another portal", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_role_serves_a_database_that_the_owner_role_owns()
    {
        await using var server = await StartAsync();
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal", TestContext.Current.CancellationToken);
        // What a later version asks of the roles arrives at a server that is there already.
        await AskAsync(server.ConnectionString, "alter role portal_app reset jit; select 1");
        Assert.Equal(database, await DatabaseRoles.CreateAsync(server.ConnectionString, "portal", TestContext.Current.CancellationToken));
        Assert.Equal("off", await AskAsync(database.Application, "show jit"));
        Assert.Equal("portal_owner", await AskAsync(database.Owner, "create table t (x int); create extension pg_trgm; select current_user"));
        Assert.Equal("f", await AskAsync(database.Application, "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user"));
        await Assert.ThrowsAsync<PostgresException>(() => AskAsync(database.Application, "create table mine (x int); select 1"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<EmbeddedPostgresServer> StartAsync() => EmbeddedPostgresServer.StartAsync(_folder, cancellation: TestContext.Current.CancellationToken);

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var last = "";
        foreach (var part in sql.Split(';'))
        {
            await using var command = new NpgsqlCommand(part, connection) { AllResultTypesAreUnknown = true };
            last = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
        }

        return last;
    }
}
