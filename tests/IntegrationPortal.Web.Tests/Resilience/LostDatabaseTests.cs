using System.Net;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Resilience;

/// <summary>PostgreSQL stops under load and comes back: error pages in between, then work as before, without a restart of the portal.</summary>
public sealed class LostDatabaseTests
{
    [Fact]
    public async Task The_portal_recovers_by_itself()
    {
        var folder = Directory.CreateTempSubdirectory("portal-lost-").FullName;
        try
        {
            var server = await EmbeddedPostgresServer.StartAsync(folder);
            var database = await PortalHost.PrepareAsync(server.ConnectionString, "portal");
            await using var portal = new RunningPortal(database, null, null);
            var town = await Town.CreateAsync(portal);
            var user = await town.CoordinatorAsync();
            using var stop = new CancellationTokenSource();
            var seen = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
            var load = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                using var browser = portal.VisitAs(user);
                while (!stop.IsCancellationRequested)
                    seen.Add((await browser.GetAsync("/worklist")).Status);
            })).ToList();
            using var visitor = portal.VisitAs(user);
            await UntilAsync(async () => seen.Contains(HttpStatusCode.OK) && (await visitor.GetAsync("/worklist")).Status == HttpStatusCode.OK);

            await server.StopAsync();
            await UntilAsync(async () => (int)(await visitor.GetAsync("/health/ready")).Status == 503);
            var error = await visitor.GetAsync("/worklist");
            Assert.True((int)error.Status is 500 or 503, error.Status.ToString());
            Assert.True(error.Has("h1"), error.Body);
            Assert.DoesNotContain("Npgsql", error.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("   at ", error.Body, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).Status);

            // The same folder keeps its port.
            await using var again = await EmbeddedPostgresServer.StartAsync(folder);
            await UntilAsync(async () => (await visitor.GetAsync("/worklist")).Status == HttpStatusCode.OK);
            await UntilAsync(async () => (await visitor.GetAsync("/health/ready")).Status == HttpStatusCode.OK);
            await stop.CancelAsync();
            await Task.WhenAll(load);
            Assert.DoesNotContain(seen, s => (int)s is 404 or 403 or 302);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(50, limit.Token);
        }
    }
}
