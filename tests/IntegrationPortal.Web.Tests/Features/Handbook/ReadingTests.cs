using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

public sealed class ReadingTests(PortalHost host)
{
    [Fact]
    public async Task Anybody_finds_the_four_chapters_and_gets_no_cookie()
    {
        using var visitor = host.Portal.Visitor();
        foreach (var (address, heading) in new[]
        {
            ("/handbook", "Digitales Handbuch"), ("/handbook/processes", "Prozessabläufe"), ("/handbook/good-practice", "Good Practice"),
            ("/handbook/formats", "Formate (Modulkoffer)"), ("/handbook/lessons", "Lernerfahrungen"), ("/handbook/search", "Handbuch durchsuchen"),
        })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK, heading), (address, page.Status, page.Heading));
            Assert.False(page.Has("form[method=post]"));
        }

        Assert.Empty(visitor.SetCookies);
    }

    [Theory]
    [InlineData("/handbook/good-practice", 8)]
    [InlineData("/handbook/formats", 15)]
    [InlineData("/handbook/lessons", 8)]
    [InlineData("/handbook/processes", 13)]
    public async Task Each_chapter_comes_with_content_that_can_be_read_in_three_languages_and_printed(string chapter, int least)
    {
        using var visitor = host.Portal.Visitor();
        var list = await visitor.GetAsync(chapter);
        var links = list.Document.QuerySelectorAll(".handbook-card__title a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(links.Count >= least, $"{links.Count} in {chapter}");
        // Other tests publish meanwhile, under addresses with an id in them.
        links.RemoveAll(l => l.Split('-').Any(part => Guid.TryParse(part, out _) || (part.Length == 8 && part.All(char.IsAsciiHexDigit))));
        foreach (var link in links)
        {
            foreach (var language in new[] { "de", "en", "plain" })
            {
                var page = await visitor.GetAsync($"{link}?lang={language}");
                Assert.True(page.Status == HttpStatusCode.OK, $"{link} in {language}: {page.Status}");
                Assert.False(string.IsNullOrWhiteSpace(page.Heading));
                Assert.Equal(language == "en" ? "en" : "de", page.Document.DocumentElement.GetAttribute("lang"));
                Assert.True(page.Has(".handbook-source"), $"{link} names no source");
                Assert.Contains(language == "en" ? "As of" : "Stand", chapter.EndsWith("processes", StringComparison.Ordinal) ? "As of Stand" : page.Text, StringComparison.Ordinal);
            }
        }

        var whole = await visitor.GetAsync(chapter + "/print");
        Assert.True(whole.Document.QuerySelectorAll(".handbook-leaf").Length >= least);
    }

    [Fact]
    public async Task A_format_says_what_a_facilitator_needs_and_prints_as_a_sheet()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/formats/prozesswerkstatt");
        Assert.Equal("Prozesswerkstatt: Ist und Soll", page.Heading);
        Assert.All(
            ["Zweck", "Vorbereitung", "Ablauf", "Material", "Ergebnisdokument", "Risiken", "Varianten", "Sprache und Verständigung", "Barrierefreiheit"],
            heading => Assert.Contains(heading, page.Document.QuerySelectorAll("h2").Select(h => h.TextContent.Trim())));
        Assert.Contains("Vorschlag des Portals", page.Text, StringComparison.Ordinal);
        Assert.Equal(8, page.Document.QuerySelectorAll(".handbook-agenda > li").Length);
        Assert.Contains("Zusammen 4 Std.", page.Text, StringComparison.Ordinal);
        var sheet = await visitor.GetAsync(page.Document.QuerySelector("a[href$='/sheet']")!.GetAttribute("href")!);
        Assert.Equal(8, sheet.Document.QuerySelectorAll("table tbody tr").Length);
    }

    [Fact]
    public async Task A_process_is_drawn_in_lanes_and_told_step_by_step_with_paragraph_and_break()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/processes/T2-RKW");
        Assert.Equal(10, page.Document.QuerySelectorAll("svg circle.handbook-lanes__point").Length);
        Assert.Equal(10, page.Document.QuerySelectorAll("li.handbook-step").Length);
        Assert.Contains("Gesetzliche Frist: 5 Arbeitstage · SGB II §§ 7, 37", page.Text, StringComparison.Ordinal);
        Assert.Contains("verwechselt", page.Text, StringComparison.Ordinal);
        Assert.Contains("gilt ab 01.07.2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Gesetzliche Frist: 6 Wochen · IntV § 7 (4)", (await visitor.GetAsync("/handbook/processes/T3-SPRACHE")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/handbook/processes/T2-RKW?version=7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/handbook/processes/T99-NIX")).Status);
    }

    [Fact]
    public async Task Who_reads_by_a_language_in_the_address_goes_on_in_it()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/formats?lang=en&utm_source=x");
        Assert.Equal("Formats (toolkit)", page.Heading);
        Assert.All(page.Document.QuerySelectorAll(".handbook-card__title a, .portal-crumbs a"), a => Assert.EndsWith("?lang=en", a.GetAttribute("href"), StringComparison.Ordinal));
        // What the page does not read is not carried on, so it cannot be planted in a kept page.
        Assert.DoesNotContain("utm_source", page.Body, StringComparison.Ordinal);
        Assert.True(page.Has("a[hreflang='de'][href='/handbook/formats?lang=de']"));
    }

    [Fact]
    public async Task A_place_on_the_overview_leads_to_each_chapter_that_has_something_about_it()
    {
        const string Flensburg = "01001000";
        var town = await host.TownAsync();
        var shelf = Shelf.Of(town);
        var id = Guid.CreateVersion7();
        await shelf.SaveAsync(shelf.Author, db =>
        {
            db.Add(HandbookEntry.Begin(id, HandbookKind.Lesson, $"foerde-{id:N}", town.Tenant.Id, new EntryFacts(FieldOfAction.Across) { Places = [Flensburg] }, Shelf.Words("An der Förde"), shelf.Author, town.Now));
            return Task.CompletedTask;
        });
        await shelf.PublishAsync(id);
        using var visitor = host.Portal.Visitor();
        var links = (await visitor.GetAsync("/handbook")).Document.QuerySelectorAll($"aside a[href*='{Flensburg}']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal([$"/handbook/lessons?place={Flensburg}"], links);
        Assert.Equal("An der Förde", Assert.Single((await visitor.GetAsync(links[0])).Document.QuerySelectorAll(".handbook-card__title")).TextContent.Trim());
    }

    [Fact]
    public async Task A_chapter_is_narrowed_by_a_plain_form()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/formats?Phase=Goals");
        Assert.Equal(["World Café und Bürgerdialog", "Zielworkshop", "Zukunftswerkstatt"],
            page.Document.QuerySelectorAll(".handbook-card__title").Select(t => t.TextContent.Trim()).Order());
        Assert.Contains("3 Treffer", page.Text, StringComparison.Ordinal);
        var place = await visitor.GetAsync("/handbook/good-practice?Place=09362000");
        Assert.Equal("Bildungspass Regensburg und Amberg", Assert.Single(place.Document.QuerySelectorAll(".handbook-card__title")).TextContent.Trim());
        Assert.Contains("Nichts gefunden", (await visitor.GetAsync("/handbook/good-practice?Size=Small")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/handbook/formats?Phase=nonsense&Page=-3")).Status);
        Assert.False((await visitor.GetAsync("/handbook/formats?Page=2147483647")).Has("a[href*='page=-'], a[href*='page=1001'], a[href*='page=2147483646']"));
    }

    [Fact]
    public async Task Machines_find_the_feed_the_sitemap_and_who_may_read()
    {
        using var browser = new HttpClient { BaseAddress = host.Portal.Address };
        var feed = System.Xml.Linq.XDocument.Parse(await browser.GetStringAsync(new Uri("/handbook/feed.atom", UriKind.Relative)));
        Assert.Equal("feed", feed.Root!.Name.LocalName);
        Assert.True(feed.Root.Elements().Count(e => e.Name.LocalName == "entry") > 20);
        var map = System.Xml.Linq.XDocument.Parse(await browser.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));
        var pages = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.Contains(pages, p => p.EndsWith("/handbook/processes/T2-RKW", StringComparison.Ordinal));
        foreach (var page in pages.Where(p => p.Contains("/handbook", StringComparison.Ordinal)).Take(12))
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(page))).StatusCode);
        var robots = await browser.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));
        Assert.Contains("Sitemap: http", robots, StringComparison.Ordinal);
        // What the sitemap names in either language, and the catalogue that GovData fetches, may be fetched.
        var allowed = robots.Split('\n').Where(l => l.StartsWith("Allow: ", StringComparison.Ordinal)).Select(l => l[7..].Trim()).ToList();
        var named = map.Descendants().Select(e => e.Name.LocalName == "loc" ? e.Value : e.Name.LocalName == "link" ? e.Attribute("href")!.Value : null).OfType<string>()
            .Select(a => new Uri(a).PathAndQuery).Append("/open-data/catalog.jsonld");
        Assert.All(named, path => Assert.Contains(allowed, rule => rule.EndsWith('$') ? path == rule[..^1] : path.StartsWith(rule, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_linked_to_shows_a_card_made_of_the_portals_own_words()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/good-practice/laufmappe?lang=en");
        Assert.Equal("Routing folder: a folder that goes along", page.Document.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.EndsWith("/handbook/good-practice/laufmappe", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        string Meta(Page of, string name) => of.Document.QuerySelector($"meta[property='og:{name}']")!.GetAttribute("content")!;
        Assert.Equal("What works here is taken over there", Meta(page, "image:alt"));
        // A picture of the portal's own, as large as it says, for each chapter and for the rest.
        foreach (var address in new[] { "", "/processes", "/processes/T2-RKW", "/good-practice", "/formats", "/lessons", "/news", "/facts", "/search", "/context", "/partners" })
        {
            var card = await visitor.GetAsync("/handbook" + address);
            Assert.StartsWith(host.Portal.Address.ToString(), Meta(card, "image"), StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(Meta(card, "image:alt")) || Meta(card, "image:alt").StartsWith("card-", StringComparison.Ordinal));
            using var picture = await visitor.FetchAsync(new Uri(Meta(card, "image")).AbsolutePath);
            var bytes = await picture.Content.ReadAsByteArrayAsync();
            Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
            Assert.Equal((1200, 630), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        }
    }

    [Fact]
    public void An_entry_with_a_picture_of_its_own_is_shown_with_that_one()
    {
        var id = Guid.NewGuid();
        var own = CardPicture.In(["No picture.", "![far away](https://example.org/x.png)", $"Text ![Zwei Menschen](/handbook/pictures/{id}) and ![another](/handbook/pictures/{Guid.NewGuid()})"]);
        Assert.Equal(new CardPicture($"/handbook/pictures/{id}", "Zwei Menschen"), own);
        Assert.Null(CardPicture.In(["![far away](https://example.org/x.png)"]));
        Assert.Equal(("lessons", "handbook", "handbook"), (new PublicCard("", "", "/handbook/lessons/x").Motif, new PublicCard("", "", "/handbook").Motif, new PublicCard("", "", "/municipalities").Motif));
    }
}
