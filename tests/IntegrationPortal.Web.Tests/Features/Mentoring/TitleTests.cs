using System.Text.RegularExpressions;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using IntegrationPortal.Web.Tests.Walls.Routes;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>A window's title stays in the history of a computer that many use: it names nobody, on no page of mentoring.</summary>
public sealed partial class TitleTests(PortalHost host)
{
    [Fact]
    public async Task No_page_of_mentoring_has_a_name_in_its_title()
    {
        var town = await FullTown.BuildAsync(host);
        var (opened, named) = (new List<string>(), new List<string>());
        foreach (var user in new[] { town.Initiative.Coordinator, town.Initiative.Mentor })
        {
            using var visitor = host.Portal.VisitAs(user);
            foreach (var route in PortalRoutes.Of(host.Portal).Where(r => r.Method == "GET" && r.Template.StartsWith("/mentoring", StringComparison.Ordinal) && r.May(user.Hat?.Role)))
            {
                var page = await visitor.GetAsync(RouteAddress.Of(route.Template, town, town.Accepted));
                if (page.Document.Title is not { Length: > 0 } title)
                    continue;
                opened.Add($"{user.Name} {route.Template} {(int)page.Status}");
                if (Names().IsMatch(title))
                    named.Add($"{route.Template}: {title}");
                Assert.NotEqual("", page.Heading ?? "");
            }
        }

        Assert.Empty(named);
        Assert.True(opened.Count(o => o.EndsWith(" 200", StringComparison.Ordinal)) > 25, string.Join('\n', opened));
        using var coordinator = host.Portal.VisitAs(town.Initiative.Coordinator);
        Assert.Equal("Amina", (await coordinator.GetAsync($"/mentoring/tandems/{town.TandemId}")).Heading);
        Assert.Equal("Johanna", (await coordinator.GetAsync($"/mentoring/volunteers/{town.Initiative.VolunteerId}")).Heading);
    }

    [GeneratedRegex("Amina|Johanna|Fischer|Peters")]
    private static partial Regex Names();
}
