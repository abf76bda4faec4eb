using System.Net;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>Pages for visitors without cookies are kept for a minute, and nothing else ever is.</summary>
public sealed class KeptPagesTests(PortalHost host)
{
    [Fact]
    public async Task A_page_is_kept_for_who_has_no_cookie_and_thrown_away_when_an_entry_is_published()
    {
        // A portal of its own: others publish meanwhile.
        await using var portal = host.Start(database: await host.NewDatabaseAsync("kept_pages"));
        var town = await Town.CreateAsync(portal, "Musterstadt");
        var shelf = Shelf.Of(town);
        Assert.False(await IsKeptAsync(portal, "/handbook/lessons"));
        Assert.True(await IsKeptAsync(portal, "/handbook/lessons"));
        Assert.True(await IsKeptAsync(portal, "/handbook/lessons?utm=1"));
        Assert.False(await IsKeptAsync(portal, "/handbook/lessons?lang=en"));

        var id = await shelf.DraftAsync("Frisch auf dem Tisch");
        var draft = await BodyAsync(portal, "/handbook/lessons");
        Assert.DoesNotContain("Frisch auf dem Tisch", draft, StringComparison.Ordinal);
        await shelf.PublishAsync(id);
        Assert.Contains("Frisch auf dem Tisch", await BodyAsync(portal, "/handbook/lessons"), StringComparison.Ordinal);
        await shelf.DoAsync(id, shelf.Editor, e => e.Archive(shelf.Editor));
        Assert.DoesNotContain("Frisch auf dem Tisch", await BodyAsync(portal, "/handbook/lessons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_is_never_answered_from_what_is_kept_and_leaves_nothing_there()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        using var browser = host.Portal.VisitAs(brandt);
        foreach (var address in new[] { "/handbook", "/handbook/formats", "/handbook/processes/T2-RKW", "/handbook/formats/akteurskarte" })
        {
            using var guest = host.Portal.Visitor();
            Assert.DoesNotContain("Brandt", (await guest.GetAsync(address)).Body, StringComparison.Ordinal);
            var own = await browser.GetAsync(address);
            Assert.Contains("Brandt", own.Body, StringComparison.Ordinal);
            Assert.True(own.Has("form[action='/account/logout']"));
            using var next = host.Portal.Visitor();
            var page = await next.GetAsync(address);
            Assert.DoesNotContain("Brandt", page.Body, StringComparison.Ordinal);
            Assert.False(page.Has("form[method=post]"));
        }
    }

    [Fact]
    public async Task A_chosen_language_or_appearance_is_not_kept_for_others()
    {
        using var english = host.Portal.Visitor().Speaking("en");
        Assert.Equal("Digital handbook", (await english.GetAsync("/handbook")).Heading);
        using var guest = host.Portal.Visitor();
        Assert.Equal("Digitales Handbuch", (await guest.GetAsync("/handbook")).Heading);
    }

    [Fact]
    public async Task A_search_is_kept_for_its_own_words_and_what_is_not_there_is_not_kept()
    {
        // A portal of its own: whoever writes for the handbook in another test takes back what the shared one has kept.
        await using var portal = host.Start();
        var word = $"Karte{Guid.NewGuid():N}";
        Assert.False(await IsKeptAsync(portal, "/handbook/search?q=" + word));
        Assert.True(await IsKeptAsync(portal, "/handbook/search?q=" + word));
        Assert.False(await IsKeptAsync(portal, $"/handbook/search?q={word}&Kind=Lesson"));
        Assert.False(await IsKeptAsync(portal, $"/handbook/search?q={word}x"));
        // What the page is not kept by it does not read: nobody plants a narrowed list for others.
        Assert.Equal("Ehrenamtsforum", await FirstHitAsync("/handbook/search?q=Ehrenamtsforum&Phase=Review&Place=05114000&Partner=iq-netzwerk"));
        Assert.False(await IsKeptAsync(portal, "/handbook/lessons/gibt-es-nicht"));
        Assert.False(await IsKeptAsync(portal, "/handbook/lessons/gibt-es-nicht"));
    }

    private async Task<string?> FirstHitAsync(string address)
    {
        using var guest = host.Portal.Visitor();
        return (await guest.GetAsync(address)).Document.QuerySelector(".handbook-hits h3")?.TextContent.Trim();
    }

    /// <summary>ASP.NET Core says how old an answer from the cache is.</summary>
    private static async Task<bool> IsKeptAsync(RunningPortal portal, string address)
    {
        using var browser = new HttpClient { BaseAddress = portal.Address };
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        return answer.Headers.Age is not null;
    }

    private static async Task<string> BodyAsync(RunningPortal portal, string address)
    {
        using var browser = new HttpClient { BaseAddress = portal.Address };
        var body = await browser.GetStringAsync(new Uri(address, UriKind.Relative));
        return WebUtility.HtmlDecode(body);
    }
}
