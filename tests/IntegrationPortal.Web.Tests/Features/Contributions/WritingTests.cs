using System.Net;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>From the first word to the handbook: an office writes, the foundation reviews, everybody reads.</summary>
public sealed class WritingTests(PortalHost host)
{
    [Fact]
    public async Task A_lesson_is_written_handed_in_commented_sent_back_improved_and_published()
    {
        var town = await host.TownAsync();
        var author = await town.CoordinatorAsync();
        using var writer = host.Portal.VisitAs(author);
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var title = $"Der Kurs begann zu früh {Guid.NewGuid():N}";

        var desk = await writer.BeginAsync(title);
        Assert.Equal(title, desk.Heading);
        Assert.Contains("Vor dem Einreichen fehlt noch: Kurzfassung", desk.Text, StringComparison.Ordinal);
        Assert.False(desk.Has("form[action$='/submit']"));
        desk = await desk.CompleteAsync();
        var submitted = await desk.Form("main form[action$='/submit']").SubmitAsync();
        Assert.Contains("Eingereicht.", submitted.Text, StringComparison.Ordinal);
        Assert.False(submitted.Has("form[data-autosave]"));

        var id = desk.Id();
        Assert.Contains(title, (await editor.GetAsync("/reviews")).Text, StringComparison.Ordinal);
        var review = await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        await (await editor.GetAsync(review.Document.QuerySelector("a[href*='field=situation&paragraph=1']")!.GetAttribute("href")!)).Form("main form").Fill("Form.Text", "Wann war das?").SubmitAsync();
        review = await editor.GetAsync($"/reviews/{id}");
        Assert.Contains("Wann war das?", review.Text, StringComparison.Ordinal);
        await (await editor.GetAsync($"/reviews/{id}/send-back")).Form("main form").Fill("Form.Reason", "Bitte das Jahr nennen.").SubmitAsync();

        desk = await writer.GetAsync($"/contributions/{id}");
        Assert.Contains("Bitte das Jahr nennen.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Wann war das?", desk.Text, StringComparison.Ordinal);
        desk = await desk.CompleteAsync("2016 begann der Kurs vor dem Umzug.");
        desk = await desk.Form("form[action$='/settle']").SubmitAsync();
        Assert.Contains("erledigt", desk.Text, StringComparison.Ordinal);
        await desk.Form("main form[action$='/submit']").SubmitAsync();

        using var reader = host.Portal.Visitor();
        Assert.DoesNotContain(title, (await reader.GetAsync("/handbook/lessons")).Text, StringComparison.Ordinal);
        review = await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        Assert.True(review.Has($"a[href^='/reviews/{id}/publish']"));
        var published = await (await editor.GetAsync($"/reviews/{id}/publish")).Form("main form").SubmitAsync();
        Assert.True(published.Text.Contains("Veröffentlicht.", StringComparison.Ordinal), $"{(int)published.Status} {published.Text}");
        var link = (await writer.GetAsync("/contributions")).Document.QuerySelectorAll("a[href^='/handbook/lessons/']").Single().GetAttribute("href")!;
        var page = await reader.GetAsync(link);
        Assert.Equal(title, page.Heading);
        Assert.Contains("2016 begann der Kurs", page.Text, StringComparison.Ordinal);
        Assert.Contains("Redaktion der Stiftung", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(author.Name, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Wann war das?", page.Body, StringComparison.Ordinal);
        var mails = await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.RecipientUserId == author.Id).Select(m => m.Template).ToListAsync());
        Assert.Equal([MailTemplate.EntryPublished, MailTemplate.EntrySentBack], mails.OrderByDescending(m => m));
    }

    [Fact]
    public async Task It_saves_itself_and_a_page_drawn_before_is_told_so_and_keeps_what_was_typed()
    {
        var town = await host.TownAsync();
        using var writer = host.Portal.VisitAs(await town.CoordinatorAsync());
        var desk = await writer.BeginAsync();
        var stale = await writer.GetAsync($"/contributions/{desk.Id()}");
        writer.Headers.Accept.Clear();
        writer.Headers.Accept.ParseAdd("application/json");
        var saved = await desk.Form("main form[data-autosave]").Fill("Form.Summary", "Von selbst gespeichert.").SendAsync();
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("\"version\":", saved.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await stale.Form("main form[data-autosave]").Fill("Form.Summary", "Zu spät.").SendAsync()).Status);
        writer.Headers.Accept.Clear();
        Assert.Contains("Von selbst gespeichert.", (await writer.GetAsync($"/contributions/{desk.Id()}")).Body, StringComparison.Ordinal);

        var tooLong = await (await writer.GetAsync($"/contributions/{desk.Id()}")).Form("main form[data-autosave]").Fill("Form.Fields[situation]", new string('x', 6001)).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains(new string('x', 6001), tooLong.Body, StringComparison.Ordinal);
        Assert.Contains("zu lang", tooLong.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("De")]
    [InlineData("En")]
    public async Task Of_two_who_write_the_second_gets_both_versions_and_decides_with_the_button(string language)
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var address = $"/contributions/{(await writer.BeginAsync()).Id()}?language={language}";
        const string Form = "main form[data-autosave=yes]", Late = "main form[data-autosave=no]";
        var stale = (await writer.OpenAsync(address)).Form(Form).Fill("Form.Fields[situation]", "So war es bei uns.").Fill("Form.Summary", "Kurz.");
        await (await writer.OpenAsync(address)).Form(Form).Fill("Form.Fields[situation]", "So war es dort.").SubmitAsync();
        var late = await stale.SendAsync();
        var both = late.WithBoth("Form.Fields[situation]", "So war es bei uns.", "So war es dort.", Late);
        Assert.Contains("Ausgangslage", late.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        // What this form does not ask is not said to differ, and nothing overwrites the other by itself.
        Assert.Equal(2, late.Document.QuerySelectorAll(".portal-error-summary li").Length);
        Assert.False(late.Has(Form));
        Assert.Equal(HttpStatusCode.SeeOther, (await both.SendAsync()).Status);
        Assert.Contains("So war es bei uns.", (await writer.OpenAsync(address)).Document.QuerySelector("[name='Form.Fields[situation]']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_in_while_somebody_wrote_gives_every_text_back()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var desk = await (await writer.BeginAsync()).CompleteAsync();
        var writing = desk.Form("main form[data-autosave]").Fill("Form.Fields[situation]", "Noch ein Absatz.");
        await desk.Form("main form[action$='/submit']").SubmitAsync();
        var refused = await writing.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Noch ein Absatz.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_goes_on_writing_and_nobody_else_sees_the_draft()
    {
        var town = await host.TownAsync();
        using var writer = host.Portal.VisitAs(await town.CoordinatorAsync());
        var id = (await writer.BeginAsync()).Id();
        using var colleague = host.Portal.VisitAs(await town.WorkerAsync());
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync($"/contributions/{id}")).Status);
        using var other = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        foreach (var stranger in new[] { other, editor })
        {
            Assert.Equal((stranger == other, HttpStatusCode.NotFound), (stranger == other, (await stranger.GetAsync($"/contributions/{id}")).Status));
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/contributions/{id}/preview")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/reviews/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/reviews")).Status);
        using var volunteer = host.Portal.VisitAs((await TownInitiative.CreateAsync(town)).Mentor);
        Assert.Equal(HttpStatusCode.Forbidden, (await volunteer.GetAsync("/contributions")).Status);
    }

    [Fact]
    public async Task Nobody_publishes_what_they_have_written_themselves()
    {
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var id = (await editor.SubmittedAsync($"Eigenes {Guid.NewGuid():N}")).Id();
        var review = await editor.GetAsync($"/reviews/{id}");
        Assert.False(review.Has("form[action$='/take']"));
        Assert.Contains("prüft und veröffentlicht jemand anderes", review.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await editor.PostAsync($"/reviews/{id}/take", ("__RequestVerificationToken", (await editor.GetAsync($"/reviews/{id}/send-back")).Form("main form").Fields.Single(f => f.Key == "__RequestVerificationToken").Value))).Status);
        using var second = host.Portal.VisitAs(await host.EditorAsync());
        var taken = await (await second.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        Assert.True(taken.Has($"a[href^='/reviews/{id}/publish']"));
    }

    [Fact]
    public async Task A_good_practice_is_published_with_all_four_judgements_only()
    {
        var town = await host.TownAsync();
        using var writer = host.Portal.VisitAs(await town.CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var desk = await writer.BeginAsync($"Ein Tisch für alle {Guid.NewGuid():N}", "GoodPractice");
        var form = desk.Form("main form[data-autosave]").Fill("Form.Summary", "Alle sitzen einmal im Monat zusammen.");
        foreach (var field in new[] { "challenge", "approach", "partners", "target-group", "results", "transferability" })
            form.Fill($"Form.Fields[{field}]", "So war es.");
        await (await form.SubmitAsync()).Form("main form[action$='/submit']").SubmitAsync();
        var review = await (await editor.GetAsync($"/reviews/{desk.Id()}")).Form("form[action$='/take']").SubmitAsync();
        Assert.True(review.Has("a[href*='/publish']"));
        var unjudged = await (await editor.GetAsync($"/reviews/{desk.Id()}/publish")).Form("main form").Force("Form.Practical", "Met").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unjudged.Status);
        Assert.Contains("alle vier Kriterien", unjudged.Text, StringComparison.Ordinal);
        Assert.Equal("Met", unjudged.Form("main form").Fields.Single(f => f.Key == "Form.Practical").Value);
        var done = await unjudged.Form("main form").Force("Form.Innovative", "PartlyMet").Force("Form.Successful", "Met").Force("Form.Transferable", "NotMet").SubmitAsync();
        Assert.True(done.Text.Contains("Veröffentlicht.", StringComparison.Ordinal), $"{(int)done.Status} {done.Text}");
    }

    [Fact]
    public async Task Scripts_and_foreign_pictures_in_every_field_are_shown_as_words_or_not_at_all()
    {
        var town = await host.TownAsync();
        using var writer = host.Portal.VisitAs(await town.CoordinatorAsync());
        const string attack = "<script>alert(1)</script> <img src=x onerror=alert(1)> [klick](javascript:alert(1)) ![](https://fremd.example/x.svg) <svg onload=alert(1)>";
        var desk = await writer.BeginAsync("Titel <script>alert(1)</script>");
        var form = desk.Form("main form[data-autosave]").Fill("Form.Summary", attack).Fill("Form.Source", attack);
        foreach (var field in new[] { "situation", "observation", "consequence", "advice" })
            form.Fill($"Form.Fields[{field}]", attack);
        var saved = await form.SubmitAsync();
        await saved.Form("main form[action$='/submit']").SubmitAsync();
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        foreach (var page in new[] { saved, await writer.GetAsync($"/contributions/{desk.Id()}/preview"), await editor.GetAsync($"/reviews/{desk.Id()}") })
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(page.Document.QuerySelectorAll("main script"), s => s.TextContent.Length > 0);
            Assert.Empty(page.Document.QuerySelectorAll("main img, main svg[onload], main a[href^='javascript']"));
        }
    }

    [Fact]
    public async Task Versions_are_compared_word_by_word_and_an_earlier_one_is_taken_back()
    {
        var town = await host.TownAsync();
        using var writer = host.Portal.VisitAs(await town.CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var id = (await writer.SubmittedAsync($"Zweimal gesagt {Guid.NewGuid():N}")).Id();
        await PublishAsync(editor, id);
        var desk = await (await writer.GetAsync($"/contributions/{id}")).Form("form[action$='/revise']").SubmitAsync();
        desk = await desk.CompleteAsync("Der Kurs begann lange vor dem Umzug.");
        await desk.Form("main form[action$='/submit']").SubmitAsync();
        await PublishAsync(editor, id);
        var compared = await writer.GetAsync($"/contributions/{id}/compare?from=1&to=2");
        Assert.Contains("lange", compared.Document.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        var restored = await compared.Form("form[action*='/restore/']").SubmitAsync();
        Assert.Contains("Der Kurs begann vor dem Umzug.", restored.Body, StringComparison.Ordinal);
        Assert.Contains("Fassung 3: Entwurf", restored.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync($"/contributions/{id}/compare?from=1&to=9")).Status);
    }

    [Fact]
    public async Task Two_offices_may_choose_the_same_title_and_a_double_click_begins_one_draft()
    {
        var title = $"Gleicher Titel {Guid.NewGuid():N}";
        using var one = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var other = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        Assert.Equal(title, (await one.BeginAsync(title)).Heading);
        Assert.Equal(title, (await other.BeginAsync(title)).Heading);
        var form = (await one.GetAsync("/contributions/new")).Form("main form").Fill("Form.Kind", "Lesson").Fill("Form.Title", "Doppelt").Fill("Form.Field", "Housing");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.Contains(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Single((await one.GetAsync("/contributions")).Document.QuerySelectorAll("main li strong"), s => s.TextContent == "Doppelt");
    }

    private static async Task PublishAsync(Visitor editor, string id)
    {
        await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        var done = await (await editor.GetAsync($"/reviews/{id}/publish")).Form("main form").SubmitAsync();
        Assert.True(done.Text.Contains("Veröffentlicht.", StringComparison.Ordinal), $"{(int)done.Status} {done.Text}");
    }
}
