using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using IntegrationPortal.Web.Tests.Walls.Routes;

namespace IntegrationPortal.Web.Tests.Hostile;

/// <summary>Every page that reads something from its address takes whatever stands there: searches, filters, places in a list, links from mails.</summary>
public sealed class EveryQueryTests(PortalHost host)
{
    [Fact]
    public async Task Whatever_stands_in_an_address_is_answered_with_a_page_and_never_run()
    {
        var town = await FullTown.BuildAsync(host, "Wüst");
        var readers = new Dictionary<Role, TestUser>
        {
            [Role.Coordinator] = town.Coordinator,
            [Role.DataProtectionOfficer] = await town.Town.UserAsync(Role.DataProtectionOfficer, town.Town.Coordination),
            [Role.VolunteerCoordinator] = town.Initiative.Coordinator,
            [Role.FoundationStaff] = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff),
            [Role.Administrator] = await TestUser.CreateAsync(host.Portal, Role.Administrator),
        };
        var routes = PortalRoutes.Of(host.Portal).Where(r => r is { Method: "GET", Inputs.Count: > 0 }).ToList();
        Assert.True(routes.Count > 12);
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            // What is open to everybody is opened by people who are signed in as well.
            using var visitor = host.Portal.VisitAs(route.IsAnonymous ? town.Coordinator : readers.First(r => route.May(r.Key)).Value);
            using var stranger = host.Portal.Visitor();
            // Of the longest only so many at once as the server reads in one address.
            foreach (var (input, by, inputs) in HostileInput.All.SelectMany(i => route.IsAnonymous ? new[] { (i, visitor), (i, stranger) } : [(i, visitor)])
                .SelectMany(i => route.Inputs.Chunk(7).Select(names => (i.Item1, i.Item2, names))))
            {
                var query = string.Join('&', inputs.Select(name => $"{name}={input.Encoded}"));
                var page = await by.GetAsync($"{RouteAddress.Of(route.Template, town, town.Accepted)}?{query}");
                if ((int)page.Status is not (200 or 302 or 303 or 400 or 404 or 409 or 410 or 422) || (page.Location is null && !page.Has("main h1") && !IsForMachines(route.Template)))
                    wrong.Add($"{route.Template} with {input.Name}: {(int)page.Status}");
                if (page.Body.Contains(HostileInput.Script, StringComparison.OrdinalIgnoreCase) || page.Has("img[onerror]"))
                    wrong.Add($"{route.Template} with {input.Name}: runs the script");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(50)));
    }

    /// <summary>A file or an answer in JSON has no heading.</summary>
    private static bool IsForMachines(string template) => template.EndsWith(".csv", StringComparison.Ordinal) || template.StartsWith("/api/", StringComparison.Ordinal);
}
