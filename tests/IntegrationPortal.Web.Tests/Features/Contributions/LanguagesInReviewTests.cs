using System.Net;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>Whatever becomes public, an editor has read and could comment: in every language.</summary>
public sealed class LanguagesInReviewTests(PortalHost host)
{
    [Fact]
    public async Task The_editor_reads_every_language_and_comments_on_the_one_that_is_meant()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var id = await SubmittedAsync(writer);
        var review = await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        Assert.Equal(["Deutsch", "Englisch", "Einfache Sprache"], review.Document.QuerySelectorAll("main h2.portal-heading").Select(h => h.TextContent.Trim()));
        Assert.Contains("The course began too early", review.Document.QuerySelector("#En-title-1[lang=en]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("People had not moved yet.", review.Document.QuerySelector("#En-summary-1[lang=en]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Erst umziehen.", review.Document.QuerySelector("#Plain-summary-1[lang=de-simple]")!.TextContent, StringComparison.Ordinal);

        var link = review.Document.QuerySelector("a[href*='field=summary'][href*='language=En']")!.GetAttribute("href")!;
        var said = await (await editor.GetAsync(link)).Form("main form").Fill("Form.Text", "Which people?").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, said.Status);
        review = await editor.GetAsync($"/reviews/{id}");
        var english = review.Document.QuerySelector("section[aria-labelledby='in-En']")!;
        Assert.Contains("Which people?", english.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Which people?", review.Document.QuerySelector("section[aria-labelledby='in-De']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Englisch: Kurzfassung, Absatz 1", (await writer.GetAsync($"/contributions/{id}")).Document.QuerySelector("#comments")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_compared_in_every_language()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var id = await SubmittedAsync(writer);
        await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        await (await editor.GetAsync($"/reviews/{id}/publish")).Form("main form").SubmitAsync();
        await (await writer.GetAsync($"/contributions/{id}")).Form("form[action$='/revise']").SubmitAsync();
        await WriteAsync(writer, id, "En", "The course began too early", "Families had not moved yet.");
        var compared = await writer.GetAsync($"/contributions/{id}/compare?from=1&to=2");
        Assert.Equal("Englisch", Assert.Single(compared.Document.QuerySelectorAll("main h2")).TextContent.Trim());
        Assert.Equal("Families", compared.Document.QuerySelector("[lang=en] ins")!.LastChild!.TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_is_published_that_was_written_after_the_editor_has_read()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        using var colleague = host.Portal.VisitAs(await host.EditorAsync());
        var id = await SubmittedAsync(writer);
        var read = await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        await (await colleague.GetAsync($"/reviews/{id}/send-back")).Form("main form").Fill("Form.Reason", "Bitte genauer.").SubmitAsync();
        await WriteAsync(writer, id, "En", "Something else", "Nobody has read this.");
        await (await writer.GetAsync($"/contributions/{id}")).Form("main form[action$='/submit']").SubmitAsync();
        await (await colleague.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();

        var publish = await editor.GetAsync(read.Document.QuerySelector("a[href*='/publish']")!.GetAttribute("href")!);
        // The answer is the entry as it stands now, to be read before anything else.
        var late = await publish.Form("main form").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("lesen Sie ihn noch einmal", late.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody has read this.", late.Text, StringComparison.Ordinal);
        var fresh = late.Document.QuerySelector("a[href*='/publish']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await (await editor.GetAsync(fresh)).Form("main form").SendAsync()).Status);
    }

    private static async Task<string> SubmittedAsync(Visitor writer)
    {
        var id = (await (await writer.BeginAsync()).CompleteAsync()).Id();
        await WriteAsync(writer, id, "En", "The course began too early", "People had not moved yet.");
        await WriteAsync(writer, id, "Plain", "Der Kurs war zu früh", "Erst umziehen.");
        await (await writer.GetAsync($"/contributions/{id}")).Form("main form[action$='/submit']").SubmitAsync();
        return id;
    }

    private static async Task WriteAsync(Visitor writer, string id, string language, string title, string summary) =>
        await (await writer.GetAsync($"/contributions/{id}?language={language}")).Form("main form[data-autosave]").Fill("Form.Title", title).Fill("Form.Summary", summary).SubmitAsync();
}
