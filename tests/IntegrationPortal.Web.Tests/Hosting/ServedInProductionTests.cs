using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>The steps and settings of docker-compose.yml.</summary>
public sealed class ServedInProductionTests
{
    /// <summary>A public page that reads the database.</summary>
    private const string Page = "/municipalities";

    [Fact]
    public async Task The_owner_migrates_then_the_application_role_serves_with_passwords_from_files()
    {
        await using var installation = await Installation.CreateAsync(migrated: false);
        Assert.Contains("run it once with the verb 'migrate'", await SentenceAsync(installation.Serving()), StringComparison.Ordinal);
        await installation.MigrateAsync();

        using var collector = new TelemetryCollector();
        var settings = installation.Serving();
        settings["Portal__TrustedProxies"] = "127.0.0.1";
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        settings["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        await using var portal = PortalProcess.Start(settings);
        await portal.SeeAsync("Application started");
        using var browser = installation.Browser();
        Assert.Equal("Healthy", await browser.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        using var answer = await browser.AskAsync("/municipalities?q=Geheimwort");
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
        await using var installation = await Installation.CreateAsync(migrated: true);
        await using var portal = PortalProcess.Start(installation.Serving());
        await portal.SeeAsync("Application started");
        using var browser = installation.Browser();
        await browser.UntilAsync(Page, HttpStatusCode.OK);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var load = Enumerable.Range(0, 8).Select(_ => LoadAsync(browser, stop.Token)).ToArray();
        await installation.StopServerAsync();
        await browser.UntilAsync(Page, HttpStatusCode.ServiceUnavailable);
        using var away = await browser.AskAsync(Page);
        Assert.Contains("<html", await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var ready = await browser.AskAsync("/health/ready");
        using var live = await browser.AskAsync("/health/live");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));

        await installation.StartServerAsync();
        await browser.UntilAsync(Page, HttpStatusCode.OK);
        await stop.CancelAsync();
        await Task.WhenAll(load);
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_database_with_demo_accounts_is_served_only_as_a_demo()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        await using (var connection = new NpgsqlConnection(installation.Database.Owner))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(Account(isDemo: true), connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("holds demo accounts", await SentenceAsync(installation.Serving()), StringComparison.Ordinal);
        var asDemo = installation.Serving();
        asDemo["Portal__Demo"] = "true";
        await using var portal = PortalProcess.Start(asDemo);
        await portal.SeeAsync("Application started");
    }

    [Fact]
    public async Task A_database_in_which_somebody_has_an_account_takes_no_demo()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        await installation.AsSuperuserAsync(Account(isDemo: false));
        var (exitCode, output) = await PortalProcess.RunAsync(installation.Migrating(), "demo");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("demo data are never mixed", output, StringComparison.Ordinal);
        await using var portal = PortalProcess.Start(installation.Serving());
        await portal.SeeAsync("Application started");
    }

    [Fact]
    public async Task A_proxy_that_nobody_named_is_told_of_in_the_log()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        await using var portal = PortalProcess.Start(installation.Serving());
        await portal.SeeAsync("Application started");
        using var browser = installation.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await browser.AskAsync(Page);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        await portal.SeeAsync("who is not named in Portal__TrustedProxies");
        Assert.DoesNotContain("203.0.113.7", portal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_is_named_as_the_container_was_told_it()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        using var other = new TcpListener(IPAddress.IPv6Any, installation.Port);
        other.Start();
        var (exitCode, output) = await PortalProcess.RunAsync(installation.Serving());
        Assert.NotEqual(0, exitCode);
        Assert.Contains($"http://*:{installation.Port} is in use by another program", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
    }

    // Every column that must not be empty gets something; only the mark matters here.
    private static string Account(bool isDemo) => $"""
        do $$
        declare columns text; given text;
        begin
            select string_agg(quote_ident(column_name), ', '),
                string_agg(case when column_name = 'is_demo' then '{isDemo}' when data_type = 'uuid' then 'gen_random_uuid()' when data_type = 'boolean' then 'false'
                    when data_type in ('integer', 'bigint', 'smallint') then '0' when data_type like 'timestamp%' then 'now()' else quote_literal('x') end, ', ')
            into columns, given from information_schema.columns where table_name = 'portal_user' and is_nullable = 'NO';
            execute format('insert into portal_user (%s) values (%s)', columns, given);
        end $$
        """;

    private static async Task<string> SentenceAsync(Dictionary<string, string> settings)
    {
        var (exitCode, output) = await PortalProcess.RunAsync(settings);
        Assert.NotEqual(0, exitCode);
        return Assert.Single(output.Trim().Split('\n'));
    }

    private static async Task LoadAsync(HttpClient browser, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var answer = await browser.AskAsync(Page);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"Neither a page nor 503, but {answer.StatusCode}.");
        }
    }
}
