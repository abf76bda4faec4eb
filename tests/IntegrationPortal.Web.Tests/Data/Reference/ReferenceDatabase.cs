using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data.Reference;

/// <summary>A migrated database of its own, since these tests change and reload the reference data.</summary>
public sealed class ReferenceDatabase : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-reference-").FullName;
    private EmbeddedPostgresServer? _server;

    public PortalDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgresServer.StartAsync(_folder, new EmbeddedPostgresOptions { Throwaway = true });
        Database = await DatabaseRoles.CreateAsync(_server.ConnectionString, "portal");
        await Migrator.MigrateAsync(Database.Owner);
    }

    /// <summary>As the owner, who may change everything.</summary>
    public Task<NpgsqlConnection> OwnerAsync() => OpenAsync(Database.Owner);

    /// <summary>As the role that serves.</summary>
    public Task<NpgsqlConnection> ApplicationAsync() => OpenAsync(Database.Application);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
