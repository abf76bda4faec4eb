using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

public sealed class FewestTests(PortalHost host)
{
    [Fact]
    public async Task The_domain_the_walls_and_the_indicators_hide_the_same_small_groups()
    {
        await using var database = NpgsqlDataSource.Create(host.Superuser);
        await using var asked = database.CreateCommand("select app.fewest() union all select value::int from indicator.threshold where key = 'fewest'");
        await using var rows = await asked.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<int>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(rows.GetInt32(0));
        Assert.True(found.Count > 1);
        Assert.All(found, fewest => Assert.Equal(Suppression.Fewest, fewest));
    }
}
