using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(PortalHost))]

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>
/// One PostgreSQL, one migrated database and one running portal for all tests. Each test brings its own municipality
/// (<see cref="Town"/>), so nothing is cleaned up and classes run in parallel.
/// </summary>
public sealed class PortalHost : IAsyncLifetime
{
    private const string Template = "template";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-tests-");
    private EmbeddedPostgresServer server = null!;

    /// <summary>Connection strings of both roles, for tests that speak to PostgreSQL themselves.</summary>
    public PortalDatabase Database { get; private set; } = null!;

    /// <summary>Beyond all walls, to see what is really there.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "portal" }.ConnectionString;

    /// <summary>The portal on the real clock that tests share unless they need another.</summary>
    public RunningPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Each portal and each database of a test keeps connections for minutes after its last question: together more than the hundred of one installation.
        server = await EmbeddedPostgresServer.StartAsync(
            folder.FullName, new EmbeddedPostgresOptions { Throwaway = true, Settings = new Dictionary<string, string> { ["max_connections"] = "600" } });
        await PrepareAsync(server.ConnectionString, Template);
        // Nobody may be connected to a database while it is copied.
        NpgsqlConnection.ClearAllPools();
        Database = await NewDatabaseAsync("portal");
        Portal = Start();
    }

    /// <summary>A migrated database of a test's own, for what the tenant wall does not keep apart: migrated once, then copied.</summary>
    public async Task<PortalDatabase> NewDatabaseAsync(string name)
    {
        await using var superuser = NpgsqlDataSource.Create(server.ConnectionString);
        await using var copy = superuser.CreateCommand($"create database \"{name}\" template \"{Template}\" owner portal_owner");
        await copy.ExecuteNonQueryAsync();
        // Rights on the database itself are not copied with it (grants.sql).
        await using var rights = superuser.CreateCommand($"revoke temporary on database \"{name}\" from public");
        await rights.ExecuteNonQueryAsync();
        return await DatabaseRoles.CreateAsync(server.ConnectionString, name);
    }

    /// <summary>Migrates a database on any server, for tests that stop theirs.</summary>
    public static async Task<PortalDatabase> PrepareAsync(string superuser, string name)
    {
        var database = await DatabaseRoles.CreateAsync(superuser, name);
        await Migrator.MigrateAsync(database.Owner);
        await HangfireSchema.InstallAsync(database.Owner, CancellationToken.None);
        return database;
    }

    /// <summary>Another portal on the same database: with a clock of its own, other settings, other parts.</summary>
    public RunningPortal Start(
        Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null, PortalDatabase? database = null) =>
        new(database ?? Database, services, settings);

    /// <summary>A municipality of this test's own.</summary>
    public Task<Town> TownAsync(string name = "Musterstadt") => Town.CreateAsync(Portal, name);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await server.DisposeAsync();
        folder.Refresh();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }
}
