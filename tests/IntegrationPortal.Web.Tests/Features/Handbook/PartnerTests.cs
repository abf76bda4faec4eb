using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPortal.Web.Tests.Features.Contributions;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>What was collected elsewhere stands in the handbook under the name of the partner and in its language.</summary>
public sealed class PartnerTests(PortalHost host)
{
    [Fact]
    public async Task An_entry_of_a_partner_comes_in_as_JSON_LD_stays_in_English_and_is_told_apart_everywhere()
    {
        var title = $"Befriending {Guid.NewGuid():N}";
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        using var reader = host.Portal.Visitor();

        var desk = await writer.FollowAsync(await ImportAsync(writer, Lesson(title, "cities-of-migration")));
        Assert.Equal(title, desk.Heading);
        Assert.Equal(title, desk.Document.QuerySelector("input[name='Form.Title']")!.GetAttribute("value"));
        // Looking at the German tab and saving it empty makes no German text.
        var german = await writer.GetAsync($"/contributions/{desk.Id()}?language=De");
        Assert.Equal("cities-of-migration", german.Document.QuerySelector("select[name='Form.Partner'] option[selected]")!.GetAttribute("value"));
        desk = await german.Form("main form[data-autosave]").SubmitAsync();
        await desk.Form("main form[action$='/submit']").SubmitAsync();
        await (await editor.GetAsync($"/reviews/{desk.Id()}")).Form("form[action$='/take']").SubmitAsync();
        await (await editor.GetAsync($"/reviews/{desk.Id()}/publish")).Form("main form").SubmitAsync();

        var list = await reader.GetAsync("/handbook/lessons?Partner=cities-of-migration");
        var card = list.Document.QuerySelectorAll(".handbook-card").Single(c => c.TextContent.Contains(title, StringComparison.Ordinal));
        Assert.Contains("Aus: Cities of Migration", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("en", card.QuerySelector("h3")!.GetAttribute("lang"));
        Assert.Equal("cities-of-migration", list.Document.QuerySelector("select[name=Partner] option[selected]")!.GetAttribute("value"));
        Assert.DoesNotContain(title, (await reader.GetAsync("/handbook/lessons?Partner=iq-netzwerk")).Text, StringComparison.Ordinal);

        var address = card.QuerySelector("a")!.GetAttribute("href")!;
        var page = await reader.GetAsync(address);
        Assert.Contains("Übernommen von Cities of Migration", page.Text, StringComparison.Ordinal);
        Assert.Contains("Der Text liegt nur auf Englisch vor.", page.Text, StringComparison.Ordinal);
        Assert.Equal(("de", "en"), (page.Document.DocumentElement.GetAttribute("lang"), page.Document.QuerySelector(".handbook-body")!.GetAttribute("lang")));
        Assert.True(page.Has("main a[href='/handbook/context']"));
        Assert.True(page.Has("main a[href='https://citiesofmigration.ca']"));
        Assert.Contains("Lernerfahrungen (", (await reader.GetAsync("/handbook/partners")).Text, StringComparison.Ordinal);
        Assert.Contains(title, (await reader.GetAsync($"/handbook/search?q={title[^32..]}")).Text, StringComparison.Ordinal);

        using var answer = await reader.FetchAsync("/api" + address.Replace("/handbook/", "/handbook/entries/", StringComparison.Ordinal));
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("cities-of-migration", "Cities of Migration"), ((string?)document["ip:partner"], (string?)document["sourceOrganization"]!["name"]));
        Assert.Equal(["en"], document["hasPart"]!.AsArray().Select(p => (string?)p!["inLanguage"]));
        using var listed = await reader.FetchAsync("/api/handbook/entries?kind=lessons&partner=cities-of-migration");
        var row = JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["entries"]!.AsArray().Single(e => (string?)e!["title"] == title)!;
        Assert.Equal(("en", "cities-of-migration"), ((string?)row["inLanguage"], (string?)row["partner"]));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/api/handbook/entries?partner=nobody")).Status);
    }

    [Fact]
    public async Task A_partner_that_is_not_known_is_refused_and_only_practice_comes_from_one()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var unknown = await ImportAsync(writer, Lesson("Somebody's", "somebody"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("Bekannt sind: cities-of-migration, welcoming-america, hire-immigrants, iq-netzwerk.", unknown.Text, StringComparison.Ordinal);

        var format = Lesson("A format", "cities-of-migration");
        (format["genre"], format["hasPart"]![0]!["ip:fields"]) = ("formats", new JsonObject { ["purpose"] = "x" });
        var refused = await ImportAsync(writer, format);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("nur gute Praxis und Lernerfahrungen", refused.Text, StringComparison.Ordinal);

        var desk = await writer.BeginAsync();
        var typed = await desk.Form("main form[data-autosave]").Force("Form.Partner", "somebody").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.Status);
        Assert.True(typed.Has("select[name='Form.Partner'][aria-invalid=true]"));
    }

    [Fact]
    public async Task Each_partner_says_where_it_is_what_it_writes_in_and_what_may_be_carried_over()
    {
        using var reader = host.Portal.Visitor();
        foreach (var (language, terms) in new[] { ("de", "nur mit Zustimmung"), ("en", "only with consent") })
        {
            var page = await reader.GetAsync("/handbook/partners?lang=" + language);
            Assert.Equal(["Cities of Migration", "Welcoming America", "Hire Immigrants", "IQ Netzwerk"], page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
            Assert.All(page.Document.QuerySelectorAll("main section"), s => Assert.Contains(terms, s.TextContent, StringComparison.Ordinal));
            Assert.All(page.Document.QuerySelectorAll("main section"), s => Assert.NotNull(s.QuerySelector(".handbook-source")));
        }

        Assert.True((await reader.GetAsync("/handbook")).Has("main a[href='/handbook/partners']"));
        Assert.Empty(reader.SetCookies);
    }

    private static async Task<Page> ImportAsync(Visitor writer, JsonNode document) => await (await writer.OpenAsync("/contributions/import")).Form("main form")
        .SendFileAsync("Form.File", Encoding.UTF8.GetBytes(document.ToJsonString()), "lesson.jsonld", "application/ld+json");

    private static JsonObject Lesson(string title, string partner) => new()
    {
        ["genre"] = "lessons",
        ["ip:partner"] = partner,
        ["ip:field"] = "Housing",
        ["isBasedOn"] = "A page of the partner",
        ["hasPart"] = new JsonArray(new JsonObject
        {
            ["inLanguage"] = "en",
            ["name"] = title,
            ["abstract"] = "What befriending did.",
            ["ip:fields"] = new JsonObject { ["situation"] = "A situation.", ["observation"] = "An observation.", ["consequence"] = "A consequence." },
        }),
    };
}
