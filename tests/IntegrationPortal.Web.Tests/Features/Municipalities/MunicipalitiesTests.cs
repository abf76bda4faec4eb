using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;

namespace IntegrationPortal.Web.Tests.Features.Municipalities;

/// <summary>Which municipalities take part is public; what happens in them is not.</summary>
public sealed class MunicipalitiesTests(PortalHost host)
{
    [Fact]
    public async Task The_list_names_every_municipality_with_its_kind_its_state_and_its_phase()
    {
        var town = await host.TownAsync("Neu dabei");
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/municipalities");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Krefeld", "Stadt oder Gemeinde", "Nordrhein-Westfalen", "Phase 1"], Row(page, "05114000"));
        Assert.Equal(["Kreis Viersen", "Kreis", "Nordrhein-Westfalen", "Phase 2"], Row(page, "05166"));
        Assert.Equal("Gemeindeverband", Row(page, "072355006")[1]);
        Assert.Equal(["Neu dabei", "Stadt oder Gemeinde", "Nordrhein-Westfalen", "außerhalb des Programms"], Row(page, town.Tenant.Key));
    }

    [Theory]
    [InlineData("05114000", "Krefeld", "228.550", "Arbeit und Ausbildung")]
    [InlineData("05166", "Kreis Viersen", "302.885", "Arbeit und Ausbildung")]
    [InlineData("072355006", "Verbandsgemeinde Schweich an der Römischen Weinstraße", "29.485", "Integrationskonzept oder anderes Thema")]
    public async Task A_municipality_is_shown_with_what_is_public_of_it(string key, string name, string population, string track)
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync($"/municipalities/{key}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(name, page.Heading);
        Assert.All([key, population, track], words => Assert.Contains(words, page.Document.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(name, page.Document.QuerySelector("figure svg circle title")!.TextContent);
    }

    [Fact]
    public async Task Both_pages_speak_English_to_who_chose_it()
    {
        using var visitor = host.Portal.Visitor().Speaking("en");
        Assert.Equal(["Kreis Viersen", "District", "North Rhine-Westphalia", "Phase 2"], Row(await visitor.GetAsync("/municipalities"), "05166"));
        var page = await visitor.GetAsync("/municipalities/05166");
        Assert.Contains("302,885", page.Text, StringComparison.Ordinal);
        Assert.Equal("Kreis Viersen lies in North Rhine-Westphalia", page.Document.QuerySelector("svg > title")!.TextContent);
    }

    [Fact]
    public async Task Whom_to_turn_to_is_the_coordination_as_an_office_and_its_editors_are_told_that_everybody_reads_it()
    {
        var town = await host.TownAsync();
        var jobcenter = (await town.WorkerAsync()).Officer.ActorId;
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var edit = await coordinator.OpenAsync($"/actors/{town.Coordination.Id}/edit");
        Assert.Contains("stehen öffentlich", edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stehen öffentlich", (await coordinator.OpenAsync($"/actors/{jobcenter}/edit")).Text, StringComparison.Ordinal);
        await edit.Form("main form").Fill("Form.Address", "Am Markt 1\n12345 Musterstadt").Fill("Form.OpeningHours", "Montags von 9 bis 12 Uhr").SubmitAsync();
        await (await coordinator.OpenAsync($"/actors/{jobcenter}/edit")).Form("main form").Fill("Form.OpeningHours", "Nur mit Termin").SubmitAsync();

        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync($"/municipalities/{town.Tenant.Key}");
        Assert.All([town.Coordination.Name, "Am Markt 1", "Montags von 9 bis 12 Uhr"], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Nur mit Termin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Montags von 9 bis 12", (await visitor.GetAsync("/municipalities/05166")).Text, StringComparison.Ordinal);
        // The function has stepped out of the municipality again: nobody is let in after it.
        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        Assert.Single(await nobody.ListAsync<string>("select name from reading.public_contact($1)", town.Tenant.Id));
        Assert.Equal(0L, await nobody.AskAsync<long>("select count(*) from actor"));
    }

    [Fact]
    public async Task What_the_handbook_has_from_there_and_what_was_released_of_adopting_stands_on_its_page()
    {
        var town = await host.TownAsync();
        var here = $"/municipalities/{town.Tenant.Key}";
        using var visitor = host.Portal.Visitor();
        Assert.Contains("Von hier steht noch nichts im Handbuch", (await visitor.GetAsync(here)).Text, StringComparison.Ordinal);

        var shelf = Shelf.Of(town);
        await shelf.DraftAsync("Noch im Entwurf");
        var address = await shelf.PublishedAsync("Was hier gelang");
        var origin = Shelf.Of(await host.TownAsync("Vorbild"));
        var practice = await origin.DraftAsync("Von anderen gelernt", kind: HandbookKind.GoodPractice);
        var learned = await origin.PublishAsync(practice);
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var plan = (await (await coordinator.OpenAsync($"/adoptions/new?entry={practice}")).Form("main form").SendAsync()).Location!;
        Assert.Equal([address], Links(await visitor.GetAsync(here)));

        await (await coordinator.OpenAsync(plan)).Form("form[action$='/release']").SubmitAsync();
        Assert.Equal([address, learned + "#adopted"], Links(await visitor.GetAsync(here)));
        Assert.Contains("noch offen", (await visitor.GetAsync(here)).Text, StringComparison.Ordinal);
        await origin.DoAsync(practice, origin.Editor, e => e.Archive(origin.Editor));
        Assert.Equal([address], Links(await visitor.GetAsync(here)));

        static List<string> Links(Page page) => [.. page.Document.QuerySelectorAll("section[aria-labelledby=practice] li a, section[aria-labelledby=adopted] li a").Select(a => a.GetAttribute("href")!)];
    }

    /// <summary>Without what a volunteer's phone says on every page of its own entries.</summary>
    private static string Words(Page page)
    {
        page.Document.QuerySelector("#mentoring-queue")?.Remove();
        return string.Join(' ', page.Document.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Signing_in_shows_no_more_of_it_whatever_the_role()
    {
        using var visitor = host.Portal.Visitor();
        var toEverybody = Words(await visitor.GetAsync("/municipalities/05114000"));
        var town = await host.TownAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var member = host.Portal.VisitAs(await town.UserAsync(role, town.Coordination));
            var page = await member.GetAsync("/municipalities/05114000");
            Assert.True(page.Status == HttpStatusCode.OK, $"{role}: {(int)page.Status}");
            Assert.Equal(toEverybody, Words(page));
            Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/municipalities")).Status);
        }
    }

    [Theory]
    [InlineData("05114001")]
    [InlineData("5114")]
    [InlineData("0511400000")]
    [InlineData("Krefeld")]
    [InlineData("05114000'--")]
    [InlineData("%D9%A0%D9%A5%D9%A1%D9%A1%D9%A4%D9%A0%D9%A0%D9%A0")]
    public async Task A_key_that_is_none_is_not_found(string key)
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync($"/municipalities/{key}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.True(page.Has("main h1"));
    }

    private static string[] Row(Page page, string key) =>
        [.. page.Document.QuerySelector($"main tr:has(a[href='/municipalities/{key}'])")!.Children.Select(cell => cell.TextContent.Trim())];
}
