using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Exchange;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>The handbook goes out as data and as a file to take along, and comes in as a draft.</summary>
public sealed class ExchangeTests(PortalHost host)
{
    [Fact]
    public async Task What_goes_out_as_JSON_LD_comes_in_as_the_same_draft_with_its_source()
    {
        using var visitor = host.Portal.Visitor();
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var answer = await visitor.FetchAsync("/api/handbook/entries/formats/prozesswerkstatt");
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var file = await answer.Content.ReadAsByteArrayAsync();
        var document = JsonNode.Parse(file)!;
        Assert.Equal("formats", (string?)document["genre"]);
        Assert.EndsWith("/handbook/formats/prozesswerkstatt", (string?)document["@id"], StringComparison.Ordinal);

        var form = (await writer.OpenAsync("/contributions/import")).Form("main form");
        var (one, two) = (await form.SendFileAsync("Form.File", file, "prozesswerkstatt.jsonld", "application/ld+json"), await form.SendFileAsync("Form.File", file, "x.json", "application/json"));
        Assert.Equal((HttpStatusCode.SeeOther, one.Location), (two.Status, two.Location));
        var desk = await writer.OpenAsync(one.Location!);
        Assert.Equal("Prozesswerkstatt", desk.Document.QuerySelector("input[name='Form.Title']")!.GetAttribute("value")![..16]);
        Assert.Contains("/handbook/formats/prozesswerkstatt", desk.Document.QuerySelector("textarea[name='Form.Source']")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", (await writer.OpenAsync(one.Location + "?language=En")).Document.QuerySelector("input[name='Form.Title']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "Wählen Sie eine Datei")]
    [InlineData("<html>", "kein JSON-LD")]
    [InlineData("[1]", "kein JSON-LD")]
    [InlineData("{\"genre\":\"processes\"}", "keine Art")]
    [InlineData("{\"genre\":\"lessons\"}", "kein JSON-LD")]
    [InlineData("{\"genre\":\"lessons\",\"hasPart\":[]}", "keinen Text")]
    [InlineData("{\"genre\":\"lessons\",\"hasPart\":[{\"inLanguage\":\"de\",\"name\":\"x\",\"ip:fields\":{\"unbekannt\":\"y\"}}]}", "")]
    [InlineData("{\"genre\":\"news\",\"hasPart\":[{\"inLanguage\":\"de\",\"name\":\"x\"}]}", "Stiftung")]
    [InlineData("{\"genre\":\"lessons\",\"hasPart\":[{\"inLanguage\":\"de\",\"name\":\"x\",\"ip:fields\":7}]}", "kein JSON-LD")]
    public async Task A_file_that_is_no_entry_is_refused_with_a_sentence(string file, string says)
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var answer = await (await writer.OpenAsync("/contributions/import")).Form("main form").SendFileAsync("Form.File", Encoding.UTF8.GetBytes(file), "x.json", "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_dangerous_in_a_file_is_text_and_what_is_too_deep_or_too_large_is_not_read()
    {
        var trap = "{\"genre\":\"lessons\",\"hasPart\":[{\"inLanguage\":\"de\",\"name\":\"a\\u0000b\\u202e\",\"ip:fields\":{\"advice\":\"<script>alert(1)</script>\"}}]}";
        var (read, no) = EntryDocument.Read(Encoding.UTF8.GetBytes(trap));
        Assert.Null(no);
        Assert.Equal("ab", read!.Texts[EntryLanguage.De].Title);
        // What is no character would break the feed, and a long source never loses the address behind it, nor half of a character.
        var source = new string('q', EntryVersion.SourceLength - 17) + "😀" + new string('q', 50);
        var odd = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["@id"] = "https://x.example/", ["isBasedOn"] = source, ["genre"] = "lessons",
            ["hasPart"] = new[] { new Dictionary<string, string> { ["inLanguage"] = "de", ["name"] = "Ti\uFFFFtel\uFDD0" } },
        });
        var taken = EntryDocument.Read(Encoding.UTF8.GetBytes(odd)).Entry!;
        Assert.Equal("Titel", taken.Texts[EntryLanguage.De].Title);
        Assert.EndsWith("q · https://x.example/", taken.Facts.Source, StringComparison.Ordinal);
        Assert.InRange(taken.Facts.Source!.Length, EntryVersion.SourceLength - 1, EntryVersion.SourceLength);
        Assert.Equal("import-broken", EntryDocument.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 5000)))).WhyNot!.Code);
        Assert.Equal("import-too-large", EntryDocument.Read(new byte[EntryDocument.Largest + 1]).WhyNot!.Code);
    }

    [Fact]
    public async Task The_list_names_every_public_entry_once_and_no_draft_and_the_interface_is_described()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        var draft = await shelf.DraftAsync("Nicht dabei");
        var address = await shelf.PublishedAsync("Dabei");
        using var visitor = host.Portal.Visitor();
        var addresses = new List<string>();
        for (int? page = 1; page is { } number;)
        {
            using var answer = await visitor.FetchAsync($"/api/handbook/entries?kind=lessons&page={number}");
            var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            addresses.AddRange(list.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("address").GetString()!));
            page = list.GetProperty("next").ValueKind == JsonValueKind.Null ? null : list.GetProperty("next").GetInt32();
        }

        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Single(addresses, a => a.EndsWith(address, StringComparison.Ordinal));
        Assert.DoesNotContain(addresses, a => a.Contains(draft.ToString("N"), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/api/handbook/entries?kind=geheim")).Status);

        using var described = await visitor.FetchAsync("/api/handbook.openapi.json");
        var paths = JsonDocument.Parse(await described.Content.ReadAsStringAsync()).RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name);
        Assert.Equal(["/api/handbook/entries", "/api/handbook/entries/{chapter}/{slug}"], paths.Order());
    }

    [Fact]
    public async Task A_chapter_to_take_along_is_one_file_that_asks_nobody_for_anything()
    {
        using var visitor = host.Portal.Visitor();
        using var answer = await visitor.FetchAsync("/handbook/formats/offline");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.True(page.QuerySelectorAll("article").Length >= 15);
        Assert.All(page.QuerySelectorAll("article"), a => Assert.True(a.QuerySelectorAll("h3").Length > 4));
        // Far from its page a suggestion is still one, and says of when it is.
        var shipped = page.QuerySelector("article#akteurskarte")!.TextContent;
        Assert.Contains("Vorschlag des Portals", shipped, StringComparison.Ordinal);
        Assert.Contains("Stand ", shipped, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, img:not([src^='data:'])"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(#|https?:|mailto:)", a.GetAttribute("href")!));
        Assert.All(page.QuerySelectorAll("ol a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!.Replace("#", "article#", StringComparison.Ordinal))));
    }
}
