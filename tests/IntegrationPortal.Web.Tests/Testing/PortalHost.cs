using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PortalHost))]

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>
/// One PostgreSQL, one migrated database and one running portal for all tests. Each test brings its own municipality
/// (<see cref="Town"/>), so nothing is cleaned up and classes run in parallel.
/// </summary>
public sealed class PortalHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-tests-");
    private EmbeddedPostgresServer server = null!;

    /// <summary>Connection strings of both roles, for tests that speak to PostgreSQL themselves.</summary>
    public PortalDatabase Database { get; private set; } = null!;

    /// <summary>The portal on the real clock that tests share unless they need another.</summary>
    public RunningPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        server = await EmbeddedPostgresServer.StartAsync(folder.FullName, new EmbeddedPostgresOptions { Throwaway = true });
        Database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal");
        await Migrator.MigrateAsync(Database.Owner);
        await HangfireSchema.InstallAsync(Database.Owner, CancellationToken.None);
        Portal = Start();
    }

    /// <summary>Another portal on the same database: with a clock of its own, other settings, other parts.</summary>
    public RunningPortal Start(Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null) =>
        new(Database, services, settings);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await server.DisposeAsync();
        folder.Refresh();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }
}
