using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>The steps and settings of docker-compose.yml, with a PostgreSQL that was started on its own.</summary>
public sealed class ServedInProductionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
    private readonly int _port = PortalProcess.FreePort();
    private EmbeddedPostgresServer _server = null!;
    private PortalDatabase _database = null!;

    private string Database => Path.Combine(_folder, "postgres");

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgresServer.StartAsync(Database);
        _database = await DatabaseRoles.CreateAsync(_server.ConnectionString, "portal");
    }

    [Fact]
    public async Task The_owner_migrates_then_the_application_role_serves_with_passwords_from_files()
    {
        Assert.Contains("run it once with the verb 'migrate'", await SentenceAsync(Serving()), StringComparison.Ordinal);
        await MigrateAsync();

        using var collector = new TelemetryCollector();
        var settings = Serving();
        settings["Portal__TrustedProxies"] = "127.0.0.1";
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        settings["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        await using var portal = PortalProcess.Start(settings);
        await portal.SeeAsync("Application started");
        using var browser = Browser();
        Assert.Equal("Healthy", await browser.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        using var answer = await GetAsync(browser, "/municipalities?q=Geheimwort");
        await collector.SeeAsync("/v1/traces", "/v1/metrics");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.SignalAsync("TERM"));
        var lines = portal.Output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Contains(lines, line => line.TryGetProperty("Route", out var route) && route.GetString() == "municipalities");
        Assert.DoesNotContain("Geheimwort", portal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimwort", collector.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("krefeld.example", portal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_stopped_and_started_again_gives_error_pages_and_then_pages_without_a_restart()
    {
        await MigrateAsync();
        await using var portal = PortalProcess.Start(Serving());
        await portal.SeeAsync("Application started");
        using var browser = Browser();
        await UntilAsync(browser, HttpStatusCode.OK);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var load = Enumerable.Range(0, 8).Select(_ => LoadAsync(browser, stop.Token)).ToArray();
        await _server.StopAsync();
        await UntilAsync(browser, HttpStatusCode.ServiceUnavailable);
        using var away = await GetAsync(browser, "/municipalities");
        Assert.Contains("<html", await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var ready = await GetAsync(browser, "/health/ready");
        using var live = await GetAsync(browser, "/health/live");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));

        _server = await EmbeddedPostgresServer.StartAsync(Database, cancellation: TestContext.Current.CancellationToken);
        await UntilAsync(browser, HttpStatusCode.OK);
        await stop.CancelAsync();
        await Task.WhenAll(load);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_database_with_demo_accounts_is_served_only_as_a_demo()
    {
        await MigrateAsync();
        await using (var connection = new NpgsqlConnection(_database.Owner))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(DemoAccount, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("holds demo accounts", await SentenceAsync(Serving()), StringComparison.Ordinal);
        var asDemo = Serving();
        asDemo["Portal__Demo"] = "true";
        await using var portal = PortalProcess.Start(asDemo);
        await portal.SeeAsync("Application started");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Every column that must not be empty gets something; only the mark matters here.
    private const string DemoAccount = """
        do $$
        declare columns text; given text;
        begin
            select string_agg(quote_ident(column_name), ', '),
                string_agg(case when column_name = 'is_demo' then 'true' when data_type = 'uuid' then 'gen_random_uuid()' when data_type = 'boolean' then 'false'
                    when data_type in ('integer', 'bigint', 'smallint') then '0' when data_type like 'timestamp%' then 'now()' else quote_literal('x') end, ', ')
            into columns, given from information_schema.columns where table_name = 'portal_user' and is_nullable = 'NO';
            execute format('insert into portal_user (%s) values (%s)', columns, given);
        end $$
        """;

    private Dictionary<string, string> Serving() => Settings("Portal", _database.Application, "Portal__Database__Password");

    private async Task MigrateAsync()
    {
        var (exitCode, output) = await PortalProcess.RunAsync(Settings("Owner", _database.Owner, "Portal__Database__OwnerPassword"), "migrate");
        Assert.True(exitCode == 0, output);
    }

    private static async Task<string> SentenceAsync(Dictionary<string, string> settings)
    {
        var (exitCode, output) = await PortalProcess.RunAsync(settings);
        Assert.NotEqual(0, exitCode);
        return Assert.Single(output.Trim().Split('\n'));
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
            ["ASPNETCORE_HTTP_PORTS"] = _port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private HttpClient Browser()
    {
        var browser = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "portal.example");
        return browser;
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient browser, string address) =>
        browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task UntilAsync(HttpClient browser, HttpStatusCode wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await tick.WaitForNextTickAsync(limit.Token))
        {
            using var answer = await GetAsync(browser, "/municipalities");
            if (answer.StatusCode == wanted)
                return;
        }
    }

    private static async Task LoadAsync(HttpClient browser, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var answer = await GetAsync(browser, "/municipalities");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"Neither a page nor 503, but {answer.StatusCode}.");
        }
    }

    /// <summary>Takes what OpenTelemetry sends.</summary>
    private sealed class TelemetryCollector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly SemaphoreSlim _arrived = new(0);
        private readonly StringBuilder _text = new();

        public TelemetryCollector()
        {
            Address = $"http://127.0.0.1:{PortalProcess.FreePort()}";
            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = Task.Run(TakeAsync);
        }

        public string Address { get; }

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public async Task SeeAsync(params string[] paths)
        {
            while (!paths.All(path => Text.Contains(path, StringComparison.Ordinal)))
                Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), $"Only these arrived: {Text}");
        }

        public void Dispose()
        {
            _listener.Close();
            _arrived.Dispose();
        }

        private async Task TakeAsync()
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                var content = await body.ReadToEndAsync();
                lock (_text)
                    _text.Append(context.Request.Url!.AbsolutePath).Append(' ').Append(content).Append('\n');
                context.Response.Close();
                _arrived.Release();
            }
        }
    }
}
