using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>Fields say what they are, what is wrong with them, and keep what was typed.</summary>
public sealed class FieldTests
{
    [Fact]
    public async Task A_required_field_has_a_label_a_limit_and_no_optional_mark()
    {
        var page = new TagRendering();
        var html = await TagRendering.Draw(page.Make<InputTagHelper>(t => t.For = page.Field("Subject")));

        var input = html.QuerySelector("input")!;
        Assert.Equal("Anliegen", html.QuerySelector("label")!.TextContent);
        Assert.Equal(input.Id, html.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("80", input.GetAttribute("maxlength"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_optional_field_says_so_in_the_language_of_the_page()
    {
        var german = new TagRendering();
        Assert.Contains("freiwillig", (await TagRendering.Draw(german.Make<InputTagHelper>(t => t.For = german.Field("Note")))).TextContent, StringComparison.Ordinal);

        var english = new TagRendering(culture: "en-GB");
        Assert.Contains("optional", (await TagRendering.Draw(english.Make<InputTagHelper>(t => t.For = english.Field("Note")))).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_field_keeps_what_was_typed_and_is_tied_to_its_error()
    {
        var page = new TagRendering(new SampleForm { Subject = "before" }).Typed("Subject", "<b>typed</b>", "Zu lang.");
        var html = await TagRendering.Draw(page.Make<InputTagHelper>(t => (t.For, t.Hint) = (page.Field("Subject"), "Kurz.")));

        var input = html.QuerySelector("input")!;
        Assert.Equal("<b>typed</b>", input.GetAttribute("value"));
        Assert.Empty(html.QuerySelectorAll("b"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => html.QuerySelector("#" + id)!.TextContent).ToList();
        Assert.Equal(["Kurz.", "Fehler: Zu lang."], described);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var page = new TagRendering().Typed("Subject", "Geheim-2026", "Falsch.");
        var html = await TagRendering.Draw(page.Make<InputTagHelper>(t => (t.For, t.Type) = (page.Field("Subject"), "password")));

        Assert.DoesNotContain("Geheim", html.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_area_keeps_a_leading_line_break_and_says_its_limit()
    {
        var page = new TagRendering(new SampleForm { Subject = "\nerste Zeile" });
        var html = await TagRendering.Draw(page.Make<TextareaTagHelper>(t => t.For = page.Field("Subject")));

        Assert.Equal("\nerste Zeile", html.QuerySelector("textarea")!.TextContent);
        Assert.Contains("Höchstens 80 Zeichen", html.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_is_given_to_the_browser_as_a_calendar_day()
    {
        var page = new TagRendering(new SampleForm { Wish = new DateOnly(2026, 12, 2) });
        var html = await TagRendering.Draw(page.Make<DateTagHelper>(t => t.For = page.Field("Wish")));

        Assert.Equal("2026-12-02", html.QuerySelector("input[type=date]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_partial_date_has_three_named_fields_under_one_question()
    {
        var page = new TagRendering(new SampleForm { Year = "1991" }).Typed("Month", "13", "Diesen Monat gibt es nicht.");
        var html = await TagRendering.Draw(page.Make<PartialDateTagHelper>(t =>
            (t.Day, t.Month, t.Year, t.Legend) = (page.Field("Day"), page.Field("Month"), page.Field("Year"), "Geburtsdatum")));

        Assert.Equal("Geburtsdatum", html.QuerySelector("legend")!.TextContent);
        Assert.Equal(["Tag", "Monat", "Jahr"], html.QuerySelectorAll("label").Select(l => l.TextContent));
        Assert.Equal([null, "13", "1991"], html.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal("true", html.QuerySelector("#Month")!.GetAttribute("aria-invalid"));
        Assert.Contains("Diesen Monat gibt es nicht.", html.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_without_legal_basis_cannot_be_ticked_and_says_why()
    {
        var page = new TagRendering(new SampleForm { Categories = ["Basic"] });
        var html = await TagRendering.Draw(page.Make<CheckboxesTagHelper>(t => (t.For, t.Legend, t.Choices) = (page.Field("Categories"), "Was geht mit?",
        [
            new Choice("Basic", "Basis", "Name", "Einwilligung 09.11.2026"),
            new Choice("Family", "Familie") { Barrier = "Dafür liegt keine Grundlage vor.", Remedy = ("consent", "Einwilligung erfassen") },
        ])));

        var box = Assert.Single(html.QuerySelectorAll("input"));
        Assert.True(box.HasAttribute("checked"));
        Assert.Equal("Categories", box.Id);
        var remedy = html.QuerySelector("button[type=submit]")!;
        Assert.Equal(("consent", "Family"), (remedy.GetAttribute("name"), remedy.GetAttribute("value")));
        Assert.Equal("Einwilligung erfassen: Familie", remedy.TextContent);
        Assert.Contains("Dafür liegt keine Grundlage vor.", html.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_select_begins_with_nothing_chosen()
    {
        var page = new TagRendering();
        var choices = new[] { new Choice("a", "A") { Group = "Erste" }, new Choice("b", "B") { Group = "Zweite" } };
        var html = await TagRendering.Draw(page.Make<SelectTagHelper>(t => (t.For, t.Choices) = (page.Field("Kind"), choices)));

        Assert.Equal("", html.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(2, html.QuerySelectorAll("optgroup").Length);
    }

    [Fact]
    public async Task A_paragraph_stays_with_its_number_in_what_is_read_and_as_it_was_typed_in_what_is_sent_back()
    {
        var page = new TagRendering(new SampleForm { Subject = "AsylG § 74" });
        var html = await TagRendering.Draw(page.Make<InputTagHelper>(t => (t.For, t.Hint) = (page.Field("Subject"), "Zum Beispiel SGB II §§ 7, 37")));

        Assert.Equal("AsylG § 74", html.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("Zum Beispiel SGB II §§\u00A07, 37", html.QuerySelector(".kern-hint")!.TextContent);
    }

    [Fact]
    public async Task A_single_box_says_no_when_it_is_empty()
    {
        var page = new TagRendering(new SampleForm { Confirmed = true });
        var html = await TagRendering.Draw(page.Make<CheckboxTagHelper>(t => t.For = page.Field("Confirmed")));

        Assert.True(html.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal("false", html.QuerySelector("input[type=hidden]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_of_errors_links_to_the_fields_in_the_order_of_the_form()
    {
        var page = new TagRendering().Typed("Wish", "x", "Kein Datum.").Typed("Subject", "", "Anliegen fehlt.");
        page.ModelState.AddModelError("", "Beides passt nicht zusammen.");
        var html = await TagRendering.Draw(
        [
            page.Make<ErrorSummaryTagHelper>(), page.Make<InputTagHelper>(t => t.For = page.Field("Subject")), page.Make<DateTagHelper>(t => t.For = page.Field("Wish")),
        ]);

        Assert.Equal(["#Subject", "#Wish"], html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Beides passt nicht zusammen.", html.TextContent, StringComparison.Ordinal);
        Assert.Equal("alert", html.QuerySelector(".portal-error-summary")!.GetAttribute("role"));
    }

    [Fact]
    public async Task Errors_of_rows_are_listed_as_the_rows_stand_on_the_page()
    {
        var page = new TagRendering();
        string[] fields = ["Wish", "Rows[0].Result", "Rows[0].Because", "Rows[1].Result", "Rows[1].Because", "Categories", "Note"];
        foreach (var field in fields.Reverse())
            page.Typed(field == "Categories" ? "Categories[1]" : field, "", $"{field} fehlt.");
        page.ModelState.AddModelError("", "Alles zusammen passt nicht.");
        List<TagHelper> tags = [page.Make<ErrorSummaryTagHelper>(), .. fields.Select(f => page.Make<InputTagHelper>(t => t.For = page.Field(f)))];
        var html = await TagRendering.Draw(tags);

        Assert.Equal([.. fields.Select(f => $"{f} fehlt."), "Alles zusammen passt nicht."], html.QuerySelectorAll("li").Select(li => li.TextContent));
        // An error of one answer of a list leads to the list.
        Assert.Equal("#Categories", html.QuerySelectorAll("a")[5].GetAttribute("href"));
    }

    [Fact]
    public async Task Without_errors_there_is_no_list()
        => Assert.Equal("", (await TagRendering.Draw(new TagRendering().Make<ErrorSummaryTagHelper>())).InnerHtml);
}
