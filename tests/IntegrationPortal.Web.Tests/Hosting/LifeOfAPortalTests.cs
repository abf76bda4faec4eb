using System.Diagnostics;
using System.Globalization;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>Starting, being killed, starting again and stopping, with the embedded database and with one of its own.</summary>
public sealed class LifeOfAPortalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    [Fact]
    public async Task A_killed_portal_does_not_block_the_next_start_and_SIGTERM_stops_both()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals");
        var first = StartEmbedded();
        await first.SeeAsync("The portal answers at");
        await first.SignalAsync("KILL");

        var second = StartEmbedded();
        await second.SeeAsync("The portal answers at");
        var server = ServerProcessId();
        Assert.Equal(0, await second.SignalAsync("TERM"));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(server));
        Assert.False(File.Exists(Path.Combine(_folder, "data", "postmaster.pid")));
    }

    [Fact]
    public async Task A_superuser_and_the_owner_of_the_tables_are_refused()
    {
        await using var server = await EmbeddedPostgresServer.StartAsync(_folder, cancellation: TestContext.Current.CancellationToken);
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal", TestContext.Current.CancellationToken);
        await RefusedAsync(server.ConnectionString, "'postgres' is a superuser");

        var (exitCode, output) = await PortalProcess.RunAsync(
            new Dictionary<string, string> { ["ConnectionStrings__Portal"] = database.Application, ["ConnectionStrings__Owner"] = database.Owner }, "migrate");
        Assert.True(exitCode == 0, output);
        await RefusedAsync(database.Owner, "'portal_owner' owns tables");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RefusedAsync(string connectionString, string why)
    {
        var (exitCode, output) = await PortalProcess.RunAsync(new Dictionary<string, string> { ["ConnectionStrings__Portal"] = connectionString });
        Assert.NotEqual(0, exitCode);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.Contains("portal_app", output, StringComparison.Ordinal);
    }

    private PortalProcess StartEmbedded() => PortalProcess.Start(
        new Dictionary<string, string> { ["Portal__EmbeddedPostgres__Folder"] = _folder, ["Portal__Demo"] = "false" },
        "--urls", $"http://127.0.0.1:{PortalProcess.FreePort()}");

    private int ServerProcessId() =>
        int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
