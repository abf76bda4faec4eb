using IntegrationPortal.Web.Tests.Presentation;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls.Routes;

/// <summary>
/// Every route of the running portal stands in <c>expected-routes.txt</c> with the right it requires and the roles that have it, so
/// that opening one is a decision somebody reads. <c>PORTAL_WRITE_EXPECTED_ROUTES=1 dotnet test</c> writes the table anew; read the diff.
/// </summary>
public sealed class ExpectedRoutesTests(PortalHost host)
{
    private static readonly string Table = Path.Combine(SourceTree.Root, "tests", "IntegrationPortal.Web.Tests", "Walls", "Routes", "expected-routes.txt");

    [Fact]
    public async Task Every_route_is_in_the_table_with_its_right_and_its_roles()
    {
        var routes = PortalRoutes.Of(host.Portal);
        Assert.True(routes.Count > 30);
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE_EXPECTED_ROUTES") is "1")
            await File.WriteAllLinesAsync(Table, routes.Select(r => r.Line));
        var expected = await File.ReadAllLinesAsync(Table);
        Assert.Empty(routes.Select(r => r.Line).Except(expected).Select(r => $"not in the table: {r}"));
        Assert.Empty(expected.Except(routes.Select(r => r.Line)).Select(r => $"no longer there: {r}"));
    }

    [Fact]
    public void No_route_is_open_because_somebody_forgot() =>
        Assert.Empty(PortalRoutes.Of(host.Portal).Where(r => r.Right == "OPEN").Select(r => r.Line));

    [Fact]
    public void What_changes_something_is_not_done_by_GET() =>
        Assert.Empty(PortalRoutes.Of(host.Portal).Where(r => r.Method is not ("GET" or "POST") && !r.Template.StartsWith("/health", StringComparison.Ordinal)).Select(r => r.Line));
}
