using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Features.Questions;
using IntegrationPortal.Web.Jobs.Handbook;
using IntegrationPortal.Web.Tests.Features.Contributions;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>Somebody without an account asks, the foundation looks, the office answers, and only then does everybody read it.</summary>
public sealed class QuestionTests(PortalHost host)
{
    [Fact]
    public async Task A_question_is_public_only_with_its_answer()
    {
        var (town, author, address, entry) = await PublishedAsync();
        using var reader = host.Portal.Visitor();
        using var visitor = host.Portal.Visitor();
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        using var office = host.Portal.VisitAs(author);
        var words = $"Wie lange hat es gedauert? <script>{entry:N}</script>";
        var link = (await reader.GetAsync(address)).Document.QuerySelector("main a[href$='/question']")!.GetAttribute("href")!;
        var form = (await reader.GetAsync(link)).Form("main form").Fill("Form.Text", words);
        await form.SendAsync();
        Assert.Contains("angekommen", (await form.SubmitAsync()).Text, StringComparison.Ordinal);

        Assert.DoesNotContain("gedauert", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.ToString("N"), (await office.OpenAsync("/questions")).Text, StringComparison.Ordinal);
        var waiting = await editor.OpenAsync("/questions");
        Assert.Single(waiting.Document.QuerySelectorAll("main li"), li => li.TextContent.Contains(entry.ToString("N"), StringComparison.Ordinal));
        await RowOf(waiting, entry).Form("pass").SubmitAsync();
        Assert.DoesNotContain("gedauert", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);

        var asked = await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.RecipientUserId == author.Id && m.Template == MailTemplate.QuestionAsked).Select(m => m.AboutId!.Value).SingleAsync());
        var answering = await office.OpenAsync($"/questions/{asked}/answer");
        await answering.Form("main form").Fill("Form.Text", "Ein halbes Jahr.").SubmitAsync();
        var read = (await visitor.GetAsync(address)).Document.QuerySelector("section[aria-labelledby=questions]")!;
        Assert.Contains(words, read.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ein halbes Jahr.", read.TextContent, StringComparison.Ordinal);
        Assert.Contains(town.Coordination.Name, read.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await answering.Form("main form").Fill("Form.Text", "Noch einmal.").SendAsync()).Status);
    }

    [Fact]
    public async Task An_answer_that_was_taken_back_is_read_by_nobody_until_it_is_given_anew()
    {
        var (_, author, address, entry) = await PublishedAsync();
        var asked = await AnsweredAsync(author, entry, "Frau Meier weiß es.");
        using var office = host.Portal.VisitAs(author);
        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        using var visitor = host.Portal.Visitor();
        Assert.Contains("Frau Meier", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Frau Meier", (await elsewhere.OpenAsync("/questions")).Text, StringComparison.Ordinal);

        var back = (await office.OpenAsync("/questions")).Form($"form[action='/questions/{asked}/take-back']");
        Assert.Equal(HttpStatusCode.SeeOther, (await back.SendAsync()).Status);
        await back.SubmitAsync();
        Assert.DoesNotContain(entry.ToString("N"), (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
        var anew = await office.OpenAsync($"/questions/{asked}/answer");
        Assert.Equal("Frau Meier weiß es.", anew.Document.QuerySelector("#Form_Text")!.TextContent.Trim());
        await anew.Form("main form").Fill("Form.Text", "Das Amt weiß es.").SubmitAsync();
        var read = (await visitor.GetAsync(address)).Text;
        Assert.Contains("Das Amt weiß es.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Frau Meier", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_foundation_stops_showing_a_question_also_after_it_was_passed_on_or_answered()
    {
        var (_, author, address, entry) = await PublishedAsync();
        var passed = await PassedAsync(entry, "Niemand weiß das.");
        var answered = await AnsweredAsync(author, entry, "Frau Meier weiß es.");
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        using var visitor = host.Portal.Visitor();
        foreach (var id in new[] { passed, answered })
            await (await editor.OpenAsync("/questions")).Form($"form[action='/questions/{id}/refuse']").SubmitAsync();
        Assert.DoesNotContain("Frau Meier", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);
        using var office = host.Portal.VisitAs(author);
        Assert.DoesNotContain(entry.ToString("N"), (await office.OpenAsync("/questions")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.Portal.InScopeAsync(s => s.Enter(Guid.CreateVersion7(), null, null, Role.FoundationStaff),
            db => db.ReaderQuestions.CountAsync(q => q.EntryId == entry && (q.State != QuestionState.Refused || q.Answer != null))));
    }

    [Fact]
    public async Task With_raw_SQL_an_answer_is_taken_back_by_its_office_alone_and_as_it_was()
    {
        var (_, author, _, entry) = await PublishedAsync();
        var asked = await AnsweredAsync(author, entry, "So war es.");
        await using (var elsewhere = await Prompt.OpenAsync(host.Database.Application, (await (await host.TownAsync("Anderswo")).CoordinatorAsync()).Officer))
            await elsewhere.InVainAsync("update reader_question set state = 'Passed' where id = $1", asked);
        await using (var editor = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), "FoundationStaff"))
            await editor.RefusedAsync("update reader_question set state = 'Passed' where id = $1", asked);
        await using var office = await Prompt.OpenAsync(host.Database.Application, author.Officer);
        await office.RefusedAsync("update reader_question set answer = 'anders' where id = $1", asked);
        await office.RefusedAsync("update reader_question set state = 'Passed', answer = 'anders' where id = $1", asked);
        await office.RefusedAsync("update reader_question set state = 'Refused', answer = null, answered_by = null, answered_by_user_id = null, answered_at = null where id = $1", asked);
        Assert.Equal(1, await office.RunAsync("update reader_question set state = 'Passed' where id = $1", asked));
    }

    [Fact]
    public async Task What_a_machine_fills_in_is_thanked_for_and_thrown_away_and_links_are_refused()
    {
        var (_, _, address, entry) = await PublishedAsync();
        using var machine = host.Portal.Visitor();
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var form = (await machine.GetAsync(address + "/question")).Form("main form").Fill("Form.Text", $"Kaufen Sie {entry:N}").Fill("Form.Website", "http://spam.example");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Form.Website", "").Fill("Form.Text", "http://a.example http://b.example").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Form.Text", "Ohne Siegel").Force("Form.Opened", "gefälscht").SendAsync()).Status);
        Assert.DoesNotContain(entry.ToString("N"), (await editor.OpenAsync("/questions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_left_open_is_sent_a_second_time_and_then_taken()
    {
        var (_, _, address, entry) = await PublishedAsync();
        using var reader = host.Portal.Visitor();
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var yesterday = TimeProvider.System.GetUtcNow().AddHours(-13).UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var opened = host.Portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("reader-question").Protect(yesterday);
        var late = await (await reader.GetAsync(address + "/question")).Form("main form").Fill("Form.Text", $"Wie lange {entry:N}?").Force("Form.Opened", opened).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("war lange offen", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await late.Form("main form").SendAsync()).Status);
        Assert.Contains(entry.ToString("N"), (await editor.OpenAsync("/questions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_was_sent_at_once_or_came_too_often_from_one_address_is_not_taken()
    {
        var clock = new FakeTimeProvider();
        var guard = new AskGuard(new EphemeralDataProtectionProvider(), clock, new ConfigurationBuilder().Build());
        var opened = guard.Now();
        Assert.Equal("too-quick", guard.WhyNot(opened));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Null(guard.WhyNot(opened));
        clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("too-long-open", guard.WhyNot(opened));
        Assert.All(new[] { "erfunden", null }, sealedTime => Assert.Equal("too-quick", guard.WhyNot(sealedTime)));

        var (one, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(guard.MayAsk(one)));
        Assert.False(guard.MayAsk(one));
        Assert.True(guard.MayAsk(other));
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True(guard.MayAsk(one));
    }

    [Fact]
    public async Task With_raw_SQL_nobody_reads_what_waits_asks_in_the_name_of_another_or_answers_past_the_foundation()
    {
        var (town, author, _, entry) = await PublishedAsync();
        var draft = await Shelf.Of(town).DraftAsync("Nicht öffentlich");
        var id = Guid.CreateVersion7();
        const string Ask = "insert into reader_question (id, entry_id, municipality_id, text, asked_at, state) values ($1, $2, $3, 'Frage', now(), $4)";
        await using (var nobody = await Prompt.OpenAsync(host.Database.Application))
        {
            await nobody.RefusedAsync(Ask, Guid.CreateVersion7(), draft, town.Tenant.Id, "Waiting");
            await nobody.RefusedAsync(Ask, Guid.CreateVersion7(), entry, Guid.CreateVersion7(), "Waiting");
            await nobody.RefusedAsync(Ask, Guid.CreateVersion7(), entry, town.Tenant.Id, "Passed");
            Assert.Equal(0L, await nobody.AskAsync<long>("select count(*) from reader_question where state <> 'Answered'"));
        }

        await host.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(id, (await db.OriginAsync(entry, default))!, "Frage", town.Now));
            return await db.SaveChangesAsync();
        });
        await using (var office = await Prompt.OpenAsync(host.Database.Application, author.Officer))
        {
            Assert.Equal(0L, await office.AskAsync<long>("select count(*) from reader_question where id = $1", id));
            await office.InVainAsync("update reader_question set state = 'Answered', answer = 'x' where id = $1", id);
        }

        await using var editor = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), "FoundationStaff");
        await editor.RefusedAsync("update reader_question set state = 'Answered', answer = 'x', answered_by_user_id = app.current_user_id() where id = $1", id);
        await editor.RefusedAsync("update reader_question set text = 'anders' where id = $1", id);
        await editor.InVainAsync("delete from reader_question where id = $1", id);
    }

    [Fact]
    public async Task What_was_refused_is_forgotten_after_a_month()
    {
        var (town, _, _, entry) = await PublishedAsync();
        var (id, editor) = (Guid.CreateVersion7(), await host.EditorAsync());
        await host.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(id, (await db.OriginAsync(entry, default))!, "Frage", town.Now));
            return await db.SaveChangesAsync();
        });
        Task<T> AsEditor<T>(Func<PortalDbContext, Task<T>> work) => host.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), work);
        await AsEditor(async db =>
        {
            (await db.ReaderQuestions.AsTracking().SingleAsync(q => q.Id == id)).Refuse(new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion"), town.Now.AddDays(-31));
            return await db.SaveChangesAsync();
        });
        await host.Portal.RunAsync<ForgetQuestions>(job => job.RunAsync(default));
        Assert.False(await AsEditor(db => db.ReaderQuestions.AnyAsync(q => q.Id == id)));
    }

    [Fact]
    public async Task News_and_figures_are_the_foundations_and_no_figure_is_submitted_without_its_source()
    {
        var town = await host.TownAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var offered = await coordinator.OpenAsync("/contributions/new");
        Assert.False(offered.Has("input[value=News], input[value=Fact]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await offered.Form("main form").Force("Form.Kind", "News").Fill("Form.Title", "Neu").Fill("Form.Field", "Across").SendAsync()).Status);

        var desk = await (await editor.OpenAsync("/contributions/new")).Form("main form").Fill("Form.Kind", "Fact").Fill("Form.Title", "Zahlen").Fill("Form.Field", "Across").SubmitAsync();
        desk = await desk.Form("main form[data-autosave]").Fill("Form.Summary", "Zahlen.").Fill("Form.Fields[figures]", "- 23").Fill("Form.Fields[meaning]", "Viele.").SubmitAsync();
        Assert.False(desk.Has("form[action$='/submit']"));
        Assert.Contains("Quelle", desk.Text, StringComparison.Ordinal);
        desk = await desk.Form("main form[data-autosave]").Fill("Form.Source", "Projektbeschreibung").SubmitAsync();
        Assert.True(desk.Has("form[action$='/submit']"));
        using var visitor = host.Portal.Visitor();
        Assert.Contains("Bundesamt", (await visitor.GetAsync("/handbook/facts/wie-lange-es-dauert")).Document.QuerySelector(".handbook-source")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Looked at by the foundation and passed on.</summary>
    private async Task<Guid> PassedAsync(Guid entry, string words)
    {
        var id = Guid.CreateVersion7();
        await host.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(id, (await db.OriginAsync(entry, default))!, $"{words} {entry:N}", db.Session.Now));
            return await db.SaveChangesAsync();
        });
        var editor = new Writer(Guid.CreateVersion7(), Role.FoundationStaff, null, "Redaktion");
        await host.Portal.InScopeAsync(s => s.Enter(editor.UserId, null, null, Role.FoundationStaff), async db =>
        {
            (await db.ReaderQuestions.AsTracking().SingleAsync(q => q.Id == id)).Pass(editor, db.Session.Now);
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private async Task<Guid> AnsweredAsync(TestUser author, Guid entry, string answer)
    {
        var id = await PassedAsync(entry, "Wer weiß es?");
        using var office = host.Portal.VisitAs(author);
        await (await office.OpenAsync($"/questions/{id}/answer")).Form("main form").Fill("Form.Text", answer).SubmitAsync();
        return id;
    }

    /// <summary>An entry that somebody of a town's coordination wrote and that everybody reads.</summary>
    private async Task<(Town Town, TestUser Author, string Address, Guid Entry)> PublishedAsync()
    {
        var town = await host.TownAsync();
        var author = await town.CoordinatorAsync();
        var by = new Writer(author.Id, Role.Coordinator, town.Tenant.Id, town.Coordination.Name);
        var shelf = Shelf.Of(town);
        var id = Guid.CreateVersion7();
        await shelf.SaveAsync(by, db =>
        {
            db.Add(HandbookEntry.Begin(id, HandbookKind.Lesson, $"gefragt-{id:N}", town.Tenant.Id, new EntryFacts(FieldOfAction.Housing), Shelf.Words("Gefragt"), by, town.Now));
            return Task.CompletedTask;
        });
        return (town, author, await shelf.PublishAsync(id), id);
    }

    private static RowForms RowOf(Page page, Guid entry) =>
        new(page, page.Document.QuerySelectorAll("main li").Single(li => li.TextContent.Contains(entry.ToString("N"), StringComparison.Ordinal)));

    private sealed record RowForms(Page Page, AngleSharp.Dom.IElement Row)
    {
        public FilledForm Form(string deed) => Page.Form($"form[action='{Row.QuerySelector($"form[action$='/{deed}']")!.GetAttribute("action")}']");
    }
}
