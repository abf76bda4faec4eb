using System.Net;
using System.Net.Sockets;

namespace IntegrationPortal.Web.Tests.Hosting;

public sealed class RefusedStartTests
{
    [Fact]
    public async Task Help_names_the_verbs_and_ends_well()
    {
        var (exitCode, output) = await PortalProcess.RunAsync(null, "--help");
        Assert.Equal(0, exitCode);
        Assert.All(["serve", "migrate", "demo", "verify-snapshots", "ConnectionStrings__Portal"], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_verb_is_named() =>
        await RefusedAsync(null, ["start"], "'start' is not something the portal can do");

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_with_its_address()
    {
        var port = PortalProcess.FreePort();
        await RefusedAsync(Portal($"Host=127.0.0.1;Port={port};Username=portal_app;Database=portal"), [], $"127.0.0.1:{port} cannot be reached", "ConnectionStrings__Portal");
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named() =>
        await RefusedAsync(Portal("Host=database.invalid;Username=portal_app;Database=portal"), [], "database.invalid:5432 cannot be reached", "ConnectionStrings__Portal");

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_refused_without_repeating_it() =>
        Assert.DoesNotContain("geheim", await RefusedAsync(Portal("Server at home, geheim"), [], "ConnectionStrings__Portal cannot be read"), StringComparison.Ordinal);

    [Fact]
    public async Task A_server_older_than_18_is_refused_with_its_version()
    {
        using var server = new OldPostgres();
        await RefusedAsync(Portal(server.ConnectionString), [], "is version 15.18, but the portal needs 18 or newer");
    }

    [Fact]
    public async Task Migrating_without_the_owner_role_says_which_setting_is_missing() =>
        await RefusedAsync(Portal("Host=127.0.0.1;Username=portal_app;Database=portal"), ["migrate"], "ConnectionStrings__Owner");

    [Theory]
    [InlineData("Portal__Demo", "ja", "neither true nor false")]
    [InlineData("Portal__PublicUrl", "portal.krefeld.example", "no address of a page")]
    [InlineData("Portal__SecondFactor__RequiredFor", "Coordinator,Koordination", "'Koordination', which is no role")]
    [InlineData("Portal__SingleSignOn__0__Key", "Stadt Krefeld", "cannot stand in an address")]
    [InlineData("Portal__SingleSignOn__0__Key", "krefeld", "Portal__SingleSignOn__0__Name cannot be used: it is missing")]
    [InlineData("Mail__From", "Stadt Krefeld", "which is no address")]
    [InlineData("Mail__Security", "Sicher", "mail server cannot be read")]
    public async Task A_setting_that_cannot_be_meant_is_named(string setting, string value, string words)
    {
        var settings = Portal("Host=127.0.0.1;Port=1;Username=portal_app;Database=portal");
        settings[setting] = value;
        await RefusedAsync(settings, [], words);
    }

    [Fact]
    public async Task Verifying_snapshots_asks_which_database_is_meant_and_takes_no_demo_for_it() =>
        await RefusedAsync(null, ["verify-snapshots"], "Which database?", "ConnectionStrings__Portal");

    [Fact]
    public async Task A_busy_port_is_named_before_anything_else_happens()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await RefusedAsync(new Dictionary<string, string> { ["Portal__EmbeddedPostgres__Folder"] = folder }, ["--urls", address], $"{address} is in use", "--urls");
        Assert.False(Directory.Exists(folder));
    }

    private static Dictionary<string, string> Portal(string connectionString) => new() { ["ConnectionStrings__Portal"] = connectionString };

    // One sentence, not a stack trace, and a failure for the shell.
    private static async Task<string> RefusedAsync(Dictionary<string, string>? settings, string[] arguments, params string[] words)
    {
        var (exitCode, output) = await PortalProcess.RunAsync(settings, arguments);
        Assert.NotEqual(0, exitCode);
        Assert.All(words, word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.Single(output.Trim().Split('\n'));
        return output;
    }
}
