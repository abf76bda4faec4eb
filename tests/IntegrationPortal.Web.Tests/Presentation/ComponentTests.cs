using IntegrationPortal.Web.Presentation.TagHelpers;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>Components of KERN and of the portal as they reach the browser.</summary>
public sealed class ComponentTests
{
    private readonly TagRendering page = new();

    [Fact]
    public async Task A_button_with_an_address_is_a_link_and_one_without_submits()
    {
        var link = await TagRendering.Draw(page.Make<ButtonTagHelper>(b => (b.Href, b.Kind, b.About) = ("/x", "secondary", "Potenzialanalyse")), "Ansehen");
        var button = await TagRendering.Draw(page.Make<ButtonTagHelper>(b => b.About = ""), "Senden");

        Assert.Equal("kern-btn kern-btn--secondary", link.QuerySelector("a[href='/x']")!.ClassName);
        Assert.Equal("Ansehen: Potenzialanalyse", link.TextContent);
        Assert.Equal("submit", button.QuerySelector("button")!.GetAttribute("type"));
        Assert.Equal("Senden", button.TextContent);
    }

    [Fact]
    public async Task A_task_says_what_until_when_and_has_its_action()
    {
        var html = await TagRendering.Draw(
            page.Make<TaskTagHelper>(t => (t.Title, t.About, t.Due, t.Late) = ("Anzeige <Familiennachzug>", "Tesfay K.", "Mi, 25.11.", true)), "<a href='/c'>Fall öffnen</a>");

        Assert.Contains("Anzeige <Familiennachzug> · Tesfay K.", html.TextContent, StringComparison.Ordinal);
        Assert.NotNull(html.QuerySelector(".portal-due--late"));
        Assert.NotNull(html.QuerySelector(".portal-task__action a"));
    }

    [Fact]
    public async Task Words_are_parted_behind_slashes_and_the_number_of_a_case_nowhere()
    {
        var html = await TagRendering.Draw(page.Make<TaskTagHelper>(t => (t.Title, t.About) = ("Anspruch/Verpflichtung", "K-2026-0101 · <b>/")), "");

        Assert.Equal("Anspruch/Verpflichtung · K-2026-0101 · <b>/", html.QuerySelector(".portal-task__title")!.TextContent);
        Assert.Equal("K-2026-0101", Assert.Single(html.QuerySelectorAll(".portal-whole")).TextContent);
        Assert.Equal(2, html.QuerySelectorAll("wbr").Length);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public async Task A_tile_warns_only_when_something_is_late(int number, bool warns)
    {
        var html = await TagRendering.Draw(page.Make<TileTagHelper>(t => (t.Number, t.Label, t.Href, t.Late) = (number, "überfällig", "#late", true)));

        Assert.Equal(warns, html.QuerySelector(".portal-tile--late") is not null);
        Assert.Equal("#late", html.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_withheld_category_says_so_to_screen_readers()
        => Assert.Equal("Familie (wird nicht gezeigt)", (await TagRendering.Draw(page.Make<PillTagHelper>(p => p.Withheld = true), "Familie")).TextContent);

    [Fact]
    public async Task A_table_can_be_reached_by_keyboard_and_has_its_caption()
    {
        var html = await TagRendering.Draw(page.Make<TableTagHelper>(t => t.Caption = "Fälle"), "<tbody><tr><td>1</td></tr></tbody>");

        var region = html.QuerySelector("[role=region][tabindex='0']")!;
        Assert.Equal("Fälle", html.QuerySelector("#" + region.GetAttribute("aria-labelledby"))!.TextContent);
        Assert.Equal("caption", html.QuerySelector("table")!.FirstElementChild!.LocalName);
    }

    [Fact]
    public async Task Paging_disappears_when_there_is_one_page()
    {
        Assert.Equal("", (await TagRendering.Draw(page.Make<PagingTagHelper>())).InnerHtml);
        var html = await TagRendering.Draw(page.Make<PagingTagHelper>(p => p.OlderHref = "?after=1"));
        Assert.Equal("next", html.QuerySelector("a")!.GetAttribute("rel"));
    }

    [Fact]
    public async Task An_alert_that_answers_a_deed_is_read_out()
    {
        var html = await TagRendering.Draw(page.Make<AlertTagHelper>(a => (a.Kind, a.Title, a.Announce) = ("success", "Gesendet.", true)));

        Assert.Equal("status", html.QuerySelector(".kern-alert--success")!.GetAttribute("role"));
        Assert.Null(html.QuerySelector(".kern-alert__body"));
    }

    [Fact]
    public async Task Progress_is_told_in_words()
    {
        var html = await TagRendering.Draw(page.Make<ProgressTagHelper>(p => (p.Value, p.Max, p.Label) = (3, 12, "3 von 12 Schritten erledigt")));

        Assert.Equal("3 von 12 Schritten erledigt", html.QuerySelector("#" + html.QuerySelector("progress")!.GetAttribute("aria-labelledby"))!.TextContent);
    }

    [Fact]
    public async Task An_empty_list_says_what_that_means()
    {
        var html = await TagRendering.Draw(page.Make<EmptyTagHelper>(e => e.Title = "Nichts wartet auf Sie."), "<p>Gut.</p>");

        Assert.StartsWith("Nichts wartet auf Sie.", html.TextContent, StringComparison.Ordinal);
    }
}
