using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

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
