using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Start;

public sealed class StartPageTests(PortalHost host)
{
    [Fact]
    public async Task It_says_what_the_portal_is_and_leads_to_the_sign_in_and_to_the_municipalities()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Ein Weg, viele Stellen, immer klar, wer dran ist", page.Heading);
        Assert.True(page.Has("main a[href='/account/login']"));
        Assert.True(page.Has("main a[href='/municipalities']"));
        Assert.False(page.Has("main a[href='/worklist'], main form"));
    }

    [Fact]
    public async Task Every_municipality_stands_under_its_state_and_on_the_map_and_leads_to_its_page()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/");
        var krefeld = Assert.Single(page.Document.QuerySelectorAll("main .portal-states a[href='/municipalities/05114000']"));
        Assert.Equal("Nordrhein-Westfalen", krefeld.Closest("div")!.QuerySelector("h3")!.TextContent);
        var onMap = page.Document.QuerySelectorAll("figure svg circle title").Select(t => t.TextContent).ToList();
        Assert.Contains("Krefeld", onMap);
        Assert.Contains("Kreis Viersen", onMap);
        Assert.Equal("Krefeld", (await visitor.GetAsync(krefeld.GetAttribute("href")!)).Heading);
    }

    [Fact]
    public async Task It_speaks_English_to_who_chose_it()
    {
        using var visitor = host.Portal.Visitor().Speaking("en");
        var page = await visitor.GetAsync("/");
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("One path, many offices, always clear whose turn it is", page.Heading);
        Assert.Contains("North Rhine-Westphalia", page.Document.QuerySelectorAll("main h3").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Who_is_signed_in_is_led_to_a_page_of_their_own_whatever_the_role()
    {
        var town = await host.TownAsync();
        var people = new List<TestUser> { await TestUser.CreateAsync(host.Portal, null) };
        foreach (var role in Enum.GetValues<Role>())
            people.Add(await PersonAsync(town, role));
        foreach (var person in people)
        {
            using var visitor = host.Portal.VisitAs(person);
            var page = await visitor.GetAsync("/");
            Assert.False(page.Has("main a[href='/account/login']"), $"{person.Hat?.Role}: is asked to sign in");
            var next = await visitor.GetAsync(page.Document.QuerySelector("main .kern-btn-wrapper a")!.GetAttribute("href")!);
            Assert.True(next.Status == HttpStatusCode.OK, $"{person.Hat?.Role.ToString() ?? "without a hat"}: {next.Address} answers {(int)next.Status}");
        }
    }

    [Fact]
    public async Task Only_a_demo_calls_itself_one()
    {
        using var visitor = host.Portal.Visitor();
        Assert.DoesNotContain("Dies ist eine Demo", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
        await using var demo = host.Start(settings: new Dictionary<string, string> { ["Portal:Demo"] = "true" });
        using var guest = demo.Visitor();
        Assert.Contains("Dies ist eine Demo", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_demo_offers_its_roles_on_the_page_of_signing_in()
    {
        using var visitor = host.Portal.Visitor();
        Assert.False((await visitor.GetAsync("/account/login")).Has("button[name=Email]"));
        await using var demo = host.Start(settings: new Dictionary<string, string> { ["Portal:Demo"] = "true" });
        using var guest = demo.Visitor();
        var page = await guest.GetAsync("/account/login");
        Assert.Contains("Koordination Krefeld", page.Document.QuerySelector("button[value='koordination@krefeld.example']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fachkraft, Jobcenter Krefeld", page.Document.QuerySelector("button[value='jobcenter@krefeld.example']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_municipality_has_joined_the_pages_say_so()
    {
        var empty = await host.NewDatabaseAsync("no_municipality");
        await using (var owner = new NpgsqlConnection(empty.Owner))
        {
            await owner.OpenAsync();
            await using var nobody = new NpgsqlCommand("delete from tenant", owner);
            await nobody.ExecuteNonQueryAsync();
        }

        await using var portal = host.Start(database: empty);
        using var visitor = portal.Visitor();
        foreach (var address in new[] { "/", "/municipalities" })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Noch ist keine Kommune eingerichtet.", page.Text, StringComparison.Ordinal);
        }
    }

    private static Task<TestUser> PersonAsync(Town town, Role role) => role is Role.FoundationStaff or Role.ProcessFacilitator or Role.Evaluator or Role.AdvisoryBoard or Role.Administrator
        ? TestUser.CreateAsync(town.Portal, role)
        : town.UserAsync(role, town.Coordination);
}
