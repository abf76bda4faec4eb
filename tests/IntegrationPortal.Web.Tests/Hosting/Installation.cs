using System.Globalization;
using System.Net.Http.Headers;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>A PostgreSQL that was started on its own, and the settings that docker-compose.yml gives a portal: passwords come from files.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
    private EmbeddedPostgresServer _server = null!;

    private Installation()
    {
    }

    /// <summary>Where its portal listens.</summary>
    public int Port { get; private set; }

    public PortalDatabase Database { get; private set; } = null!;

    /// <summary>In the portal's database, beyond all walls.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = "portal" }.ConnectionString;

    public static async Task<Installation> CreateAsync(bool migrated)
    {
        var installation = new Installation();
        await installation.StartServerAsync();
        // What the verb 'migrate' does is tested on its own; here it is done without another process, which would work out everything anew.
        installation.Database = migrated
            ? await PortalHost.PrepareAsync(installation._server.ConnectionString, "portal")
            : await DatabaseRoles.CreateAsync(installation._server.ConnectionString, "portal", TestContext.Current.CancellationToken);
        // Last, since a port is free only until somebody else is given it.
        installation.Port = PortalProcess.FreePort();
        return installation;
    }

    public async Task StartServerAsync() =>
        _server = await EmbeddedPostgresServer.StartAsync(Path.Combine(_folder, "postgres"), cancellation: TestContext.Current.CancellationToken);

    public Task StopServerAsync() => _server.StopAsync();

    public async Task MigrateAsync()
    {
        var (exitCode, output) = await PortalProcess.RunAsync(Migrating(), "migrate");
        Assert.True(exitCode == 0, output);
    }

    public Dictionary<string, string> Migrating() => Settings("migrate");

    public Dictionary<string, string> Serving() => Settings("portal");

    public async Task AsSuperuserAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A browser behind a proxy that ends TLS.</summary>
    public HttpClient Browser()
    {
        var browser = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "portal.example");
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings(string service)
    {
        var composed = ComposeService.Read(service);
        var server = new NpgsqlConnectionStringBuilder(_server.ConnectionString);
        var settings = composed.Environment.ToDictionary(
            setting => setting.Key, setting => setting.Value.Replace("Host=database;", $"Host={server.Host};Port={server.Port};", StringComparison.Ordinal));
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, service)).FullName;
        foreach (var (target, source) in composed.Secrets)
            File.WriteAllText(Path.Combine(secrets, target), Password(source) + "\n");
        settings["Portal__SecretsFolder"] = secrets;
        settings["ASPNETCORE_HTTP_PORTS"] = Port.ToString(CultureInfo.InvariantCulture);
        return settings;
    }

    // The mail server of a test wants no password; of the others it stands in the connection string.
    private string? Password(string secret) => secret == "mail_password" ? "" : new NpgsqlConnectionStringBuilder(secret switch
    {
        "database_owner" => Database.Owner,
        "database_portal" => Database.Application,
        "database_aggregate" => Database.Aggregate,
        _ => throw new ArgumentOutOfRangeException(nameof(secret), secret, "not a secret of a portal"),
    }).Password;
}
