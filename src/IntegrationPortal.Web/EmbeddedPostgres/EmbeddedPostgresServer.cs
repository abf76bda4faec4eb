using System.Net;
using Npgsql;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>A PostgreSQL 18 of the portal's own, for development, demo and tests. It ends with the process that started it.</summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly PostgresCluster _cluster;
    private readonly ServerProcess _process;
    private readonly bool _throwaway;
    private bool _stopped;

    private EmbeddedPostgresServer(PostgresCluster cluster, ServerProcess process, int port, bool throwaway)
    {
        _cluster = cluster;
        _process = process;
        _throwaway = throwaway;
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = IPAddress.Loopback.ToString(),
            Port = port,
            Username = "postgres",
            Password = File.ReadAllText(cluster.Home.PasswordFile).Trim(),
            Database = "postgres",
        }.ConnectionString;
    }

    /// <summary>Connects as superuser to the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Completes when the server has ended, wished or not.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Where the portal of this checkout keeps its embedded server; git ignores it.</summary>
    public static string DefaultFolder() => Path.Combine(PostgresPackage.Find().CheckoutFolder(), ".postgres");

    /// <summary>
    /// Starts the server whose files lie in the folder; the first start creates them, a server left over from a killed
    /// portal is stopped first. Refuses a folder that a living process uses.
    /// </summary>
    public static async Task<EmbeddedPostgresServer> StartAsync(
        string folder, EmbeddedPostgresOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new EmbeddedPostgresOptions();
        var user = await ServerUser.FindAsync(cancellation);
        var home = await PostgresHome.OpenAsync(folder, user, cancellation);
        try
        {
            var package = await home.ReachableAsync(PostgresPackage.Find(), user, cancellation);
            var cluster = new PostgresCluster(package, home, user);
            await cluster.StopOrphanAsync(cancellation);
            await cluster.CreateWhenMissingAsync(cancellation);
            var port = PostgresPort.Choose(home.PortFile);
            return new EmbeddedPostgresServer(cluster, await cluster.StartAsync(port, options, cancellation), port, options.Throwaway);
        }
        catch
        {
            home.Dispose();
            throw;
        }
    }

    /// <summary>Ends the sessions and the server.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        if (!_process.Exited.IsCompleted)
            await _cluster.StopAsync(CancellationToken.None);
        await _process.Exited;
        _cluster.Home.Dispose();
        if (_throwaway)
            Directory.Delete(_cluster.Home.Folder, recursive: true);
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
