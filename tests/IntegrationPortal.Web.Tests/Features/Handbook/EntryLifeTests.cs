using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

public sealed class EntryLifeTests(PortalHost host)
{
    [Fact]
    public async Task A_draft_is_nobodys_until_it_is_published_and_then_everybody_finds_it()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        using var visitor = host.Portal.Visitor();
        var id = await shelf.DraftAsync("Wohnungslotsen Quarzviertel");
        var address = await shelf.DoAsync(id, shelf.Author, _ => { });
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        Assert.DoesNotContain("Quarzviertel", (await visitor.GetAsync("/handbook/search?q=Quarzviertel")).Document.QuerySelector("#found")!.TextContent, StringComparison.Ordinal);

        await shelf.PublishAsync(id);
        var page = await visitor.GetAsync(address);
        Assert.Equal("Wohnungslotsen Quarzviertel", page.Heading);
        Assert.Contains("von Redaktion der Stiftung", page.Text, StringComparison.Ordinal);
        Assert.Contains("Musterstadt", page.Text, StringComparison.Ordinal);
        Assert.Equal("Wohnungslotsen Quarzviertel", (await visitor.GetAsync("/handbook/search?q=Quarzviertel")).Document.QuerySelector(".handbook-hits h3")!.TextContent.Trim());

        await shelf.DoAsync(id, shelf.Editor, e => e.Archive(shelf.Editor));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        Assert.False((await visitor.GetAsync("/handbook/search?q=Quarzviertel")).Has(".handbook-hits"));
        // Nor does the search tell what stood there when somebody asks for something near.
        Assert.DoesNotContain("quarzviertel", (await visitor.GetAsync("/handbook/search?q=Quarzviertle")).Document.QuerySelector("#found")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_version_is_written_in_peace_and_replaces_the_old_one_when_it_is_published()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        using var visitor = host.Portal.Visitor();
        var id = await shelf.DraftAsync("Erste Fassung");
        var address = await shelf.PublishAsync(id);
        await shelf.DoAsync(id, shelf.Author, e => e.Revise(shelf.Author, DateTimeOffset.UnixEpoch));
        await shelf.DoAsync(id, shelf.Author, e => e.Write(EntryLanguage.De, Shelf.Words("Zweite Fassung"), shelf.Author));
        Assert.Equal("Erste Fassung", (await visitor.GetAsync(address)).Heading);
        await shelf.PublishAsync(id);
        Assert.Equal("Zweite Fassung", (await visitor.GetAsync(address)).Heading);
    }

    [Fact]
    public async Task An_earlier_address_leads_to_the_present_one_for_good_also_to_the_sheet_and_in_its_language()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        using var visitor = host.Portal.Visitor();
        var id = await shelf.DraftAsync("Umbenannt");
        var before = await shelf.PublishAsync(id);
        var slug = $"neu-{id:N}";
        await shelf.DoAsync(id, shelf.Author, e => e.Rename(slug, shelf.Author));
        var answer = await visitor.GetAsync(before + "?lang=en");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/handbook/lessons/{slug}?lang=en"), (answer.Status, answer.Location));
        Assert.Equal("Umbenannt", (await visitor.GetAsync($"/handbook/lessons/{slug}")).Heading);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>Wort")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("[Wort](javascript:alert(1))")]
    [InlineData("[Wort](  JaVaScRiPt:alert(1) )")]
    [InlineData("![Wort](https://example.com/pixel.png)")]
    [InlineData("[Wort](data:text/html;base64,PHNjcmlwdD4=)")]
    public async Task What_is_published_with_a_trap_in_it_does_nothing(string trap)
    {
        var shelf = Shelf.Of(await host.TownAsync());
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync(await shelf.PublishedAsync("Falle <b>fett</b>", trap));
        Assert.Equal("Falle <b>fett</b>", page.Heading);
        Assert.False(page.Has("main script, main img, main svg, main iframe, main object, main [onerror], main [onload], main .handbook-body b"));
        Assert.All(page.Document.QuerySelectorAll("main a"), a => Assert.Matches("^(/|https?:|mailto:|#)", a.GetAttribute("href")!));
    }
}
