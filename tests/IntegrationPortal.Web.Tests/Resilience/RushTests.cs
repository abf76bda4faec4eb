using System.Net;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Resilience;

/// <summary>When everybody comes at once, they wait in line; nobody is refused, and PostgreSQL is not asked for more connections than it has.</summary>
public sealed class RushTests(PortalHost host)
{
    [Fact]
    public async Task Of_two_hundred_who_come_at_once_to_a_portal_that_has_just_begun_everybody_is_answered()
    {
        var town = await host.TownAsync("Eiliges");
        await using var portal = host.Start(settings: Named("rush"));
        await EverybodyIsAnsweredAsync(portal, town, 200);
        Assert.InRange(await ConnectionsAsync("rush"), 1, 4 + (4 * Environment.ProcessorCount));
    }

    [Fact]
    public async Task Two_connections_are_slow_and_enough()
    {
        var town = await host.TownAsync("Sparsames");
        await using var portal = host.Start(settings: Named("thrift;Maximum Pool Size=2"));
        await EverybodyIsAnsweredAsync(portal, town, 60);
        Assert.InRange(await ConnectionsAsync("thrift"), 1, 2);
    }

    [Fact]
    public async Task Whoever_asks_a_hundred_times_at_once_whether_the_portal_is_ready_takes_one_connection_beside_the_portals_own()
    {
        await using var portal = host.Start(settings: Named("curious"));
        using var visitor = portal.Visitor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => visitor.GetAsync("/health/ready")));
        Assert.All(answers, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.InRange(await ConnectionsAsync("curious"), 1, 2);
    }

    private Dictionary<string, string> Named(string name) => new() { ["ConnectionStrings:Portal"] = $"{host.Database.Application};Application Name={name}" };

    // Pages that hold a connection while they are drawn, and one that does not.
    private static async Task EverybodyIsAnsweredAsync(RunningPortal portal, Town town, int many)
    {
        using var visitor = portal.VisitAs(await town.CoordinatorAsync());
        string[] pages = ["/cases", "/worklist", "/handovers?box=in"];
        var answers = await Task.WhenAll(Enumerable.Range(0, many).Select(i => visitor.GetAsync(pages[i % pages.Length])));
        Assert.All(answers, page => Assert.Equal(HttpStatusCode.OK, page.Status));
    }

    private async Task<int> ConnectionsAsync(string name)
    {
        await using var source = NpgsqlDataSource.Create(host.Superuser);
        await using var command = source.CreateCommand("select count(*)::int from pg_stat_activity where application_name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
