using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>A PostgreSQL that was started on its own, and the settings docker-compose.yml gives a portal: passwords come from files.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
    private readonly int _port = PortalProcess.FreePort();
    private EmbeddedPostgresServer _server = null!;

    private Installation()
    {
    }

    public PortalDatabase Database { get; private set; } = null!;

    public static async Task<Installation> CreateAsync(bool migrated)
    {
        var installation = new Installation();
        await installation.StartServerAsync();
        installation.Database = await DatabaseRoles.CreateAsync(installation._server.ConnectionString, "portal", TestContext.Current.CancellationToken);
        if (migrated)
            await installation.MigrateAsync();
        return installation;
    }

    public async Task StartServerAsync() =>
        _server = await EmbeddedPostgresServer.StartAsync(Path.Combine(_folder, "postgres"), cancellation: TestContext.Current.CancellationToken);

    public Task StopServerAsync() => _server.StopAsync();

    public async Task MigrateAsync()
    {
        var (exitCode, output) = await PortalProcess.RunAsync(Settings("Owner", Database.Owner, "Portal__Database__OwnerPassword"), "migrate");
        Assert.True(exitCode == 0, output);
    }

    public Dictionary<string, string> Serving() => Settings("Portal", Database.Application, "Portal__Database__Password");

    /// <summary>A browser behind a proxy that ends TLS.</summary>
    public HttpClient Browser()
    {
        var browser = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
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

    private Dictionary<string, string> Settings(string name, string connectionString, string secret)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(Path.Combine(secrets, secret), login.Password + "\n");
        login.Password = null;
        return new Dictionary<string, string>
        {
            [$"ConnectionStrings__{name}"] = login.ConnectionString,
            ["Portal__SecretsFolder"] = secrets,
            ["ASPNETCORE_HTTP_PORTS"] = _port.ToString(CultureInfo.InvariantCulture),
        };
    }
}

internal static class Browsing
{
    public static Task<HttpResponseMessage> AskAsync(this HttpClient browser, string address) =>
        browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Asks until the page answers so.</summary>
    public static async Task UntilAsync(this HttpClient browser, string address, HttpStatusCode wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await tick.WaitForNextTickAsync(limit.Token))
        {
            using var answer = await browser.AskAsync(address);
            if (answer.StatusCode == wanted)
                return;
        }
    }
}
