using System.Diagnostics;
using System.Globalization;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>Starting, being killed, starting again and stopping.</summary>
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PortalProcess StartEmbedded() => PortalProcess.Start(
        new Dictionary<string, string> { ["Portal__EmbeddedPostgres__Folder"] = _folder, ["Portal__Demo"] = "false" },
        "--urls", $"http://127.0.0.1:{PortalProcess.FreePort()}");

    private int ServerProcessId() =>
        int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
