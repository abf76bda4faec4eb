using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.MyPath;

/// <summary>A person gets a sheet, opens their own page with the code that was told, reads it, withdraws a consent, asks, and reads the answer.</summary>
public sealed class MyPathTests(PortalHost host) : IAsyncLifetime
{
    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina").With(FactKind.CounsellingNote, "Streng vertraulich"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_lead_prints_a_sheet_with_neither_name_nor_number_and_the_code_is_told_beside_it()
    {
        using var desk = host.Portal.VisitAs(brandt);
        var form = (await desk.OpenAsync($"{path.Address}/my-path")).Form("main form").Fill("language", "uk");
        var sheet = await form.SendAsync();
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        var paper = sheet.Document.QuerySelector("article")!;
        var code = sheet.Document.QuerySelector(".portal-person__code")!.TextContent.Trim();
        Assert.Matches("^[0-9]{3} [0-9]{3}$", code);
        Assert.DoesNotContain(code, paper.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahimi", paper.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(path.Number, paper.TextContent, StringComparison.Ordinal);
        Assert.Contains("Мій шлях", paper.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mein Weg", paper.TextContent, StringComparison.Ordinal);

        // Sent again it is the same sheet, and printed once.
        Assert.Equal(code, (await form.SendAsync()).Document.QuerySelector(".portal-person__code")!.TextContent.Trim());
        var told = await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.PersonLinkPrinted));
        Assert.Equal(1, told);
        Assert.Contains("Blatt für „Mein Weg“ gedruckt", (await desk.OpenAsync(path.Address)).Text, StringComparison.Ordinal);

        // What stands on it opens the page, typed, with the code.
        var letters = paper.QuerySelectorAll(".portal-sheet__code")[^1].TextContent.Trim();
        using var phone = host.Portal.Visitor();
        var typed = await phone.FollowAsync(await (await phone.OpenAsync("/my-path")).Form().Fill("Code", letters.ToLowerInvariant()).SendAsync());
        var page = await phone.FollowAsync(await typed.Form().Fill("Code", code).SendAsync());
        Assert.Equal("uk", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Мій шлях Mein Weg", page.Heading);
    }

    [Fact]
    public async Task The_page_says_where_they_are_who_is_responsible_who_opened_the_record_and_nothing_of_what_offices_wrote()
    {
        await path.OnAsync(brandt, (p, by) => p.Start(p.Steps[0].Id, by, town.Calendar, town.Now));
        await path.OnAsync(brandt, (p, by) => p.Block(p.Steps[0].Id, BlockReason.DocumentMissing, "Geheimer Grund", by, town.Calendar, town.Now));
        var waiting = await path.HandOverAsync(weber, h => h.Saying("Interne Worte"));
        using (var desk = host.Portal.VisitAs(brandt))
            await desk.OpenAsync(path.Address);
        using var phone = host.Portal.Visitor();
        var page = await phone.EnterAsync(await path.LinkAsync());

        var steps = (await path.SeenByAsync(brandt))!.Steps.OrderBy(s => s.Position).ToList();
        Assert.All(steps, s => Assert.Contains(s.TitleDe, page.Text, StringComparison.Ordinal));
        Assert.Contains("steht still, etwas fehlt noch", page.Text, StringComparison.Ordinal);
        Assert.Contains(brandt.Actor!.Name, page.Document.QuerySelector("section[aria-labelledby=who]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(weber.Actor!.Name, page.Document.QuerySelector("section[aria-labelledby=waiting]")!.TextContent, StringComparison.Ordinal);
        var readings = page.Document.QuerySelector("section[aria-labelledby=readings]")!.TextContent;
        Assert.Contains(brandt.Actor.Name, readings, StringComparison.Ordinal);
        Assert.Contains("gelesen", readings, StringComparison.Ordinal);
        Assert.DoesNotContain(brandt.Officer.DisplayName, page.Body, StringComparison.Ordinal);
        foreach (var secret in new[] { "Rahimi", "Amina", "Streng vertraulich", "Geheimer Grund", "Interne Worte", path.Number, path.Id.ToString(), waiting.Id.ToString() })
            Assert.DoesNotContain(secret, page.Body, StringComparison.Ordinal);
        Assert.Contains("no-store", (await phone.FetchAsync(page.Address)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_withdraw_a_consent_and_all_follows_as_when_an_office_writes_it_down()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var mbe = await town.WorkerAsync("mbe");
        var open = await path.HandOverAsync(mbe);
        var (given, asked) = (await path.ConsentForAsync(weber), await path.ConsentForAsync(mbe));
        using var phone = host.Portal.Visitor();
        var link = await path.LinkAsync("uk");
        var page = await phone.EnterAsync(link);

        var before = await phone.OpenAsync(page.Document.QuerySelector($"a[href*='{given}']")!.GetAttribute("href")!);
        Assert.Contains(weber.Actor!.Name, before.Text, StringComparison.Ordinal);
        Assert.Contains("одразу більше не бачить", before.Text, StringComparison.Ordinal);
        Assert.Contains("отримає прохання видалити", before.Text, StringComparison.Ordinal);
        var form = before.Form("main form");
        // Twice at once it is one.
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        var after = await phone.FollowAsync(answers[0]);
        Assert.Contains("Згоду відкликано", after.Text, StringComparison.Ordinal);
        Assert.False(after.Has($"a[href*='{given}']"));

        var recalled = await phone.OpenAsync($"{link.Address}/consents/{asked}?in=de");
        Assert.Contains("Eine offene Übergabe wird zurückgenommen", recalled.Text, StringComparison.Ordinal);
        await phone.FollowAsync(await recalled.Form("main form").SendAsync());
        Assert.Equal(HandoverState.Withdrawn, (await open.SeenByAsync(brandt))!.State);

        Assert.False((await path.SeenByAsync(brandt))!.ParticipationOf(weber.Actor.Id)!.IsActive);
        using var theirs = host.Portal.VisitAs(weber);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync(path.Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await theirs.OpenAsync($"/deletions/{given}")).Status);
        using var desk = host.Portal.VisitAs(brandt);
        var seen = await desk.OpenAsync(path.Address);
        Assert.Contains("von der Person selbst auf ihrer eigenen Seite", seen.Text, StringComparison.Ordinal);
        var events = await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.Where(e => e.CaseId == path.Id && e.Kind == CaseEventKind.ConsentWithdrawn).ToListAsync());
        Assert.Equal(2, events.Count);
        Assert.All(events, e => Assert.Null(e.UserId));
    }

    [Fact]
    public async Task What_was_not_understood_waits_for_the_lead_until_it_is_answered_and_the_answer_stands_on_the_page()
    {
        var link = await path.LinkAsync("ar");
        using var phone = host.Portal.Visitor();
        var page = await phone.EnterAsync(link);
        Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
        var ask = await phone.OpenAsync(page.Document.QuerySelector("a[href*='/ask?step=']")!.GetAttribute("href")!);
        var form = ask.Form("main form").Fill("Kind", nameof(PersonQuestionKind.NotUnderstood)).Fill("Text", "ما هذا؟ <script>alert(1)</script>");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        var asked = await phone.FollowAsync(answers[0]);
        Assert.Contains("وصل سؤالك", asked.Text, StringComparison.Ordinal);
        Assert.Single(asked.Document.QuerySelectorAll("section[aria-labelledby=questions] li"));

        using var desk = host.Portal.VisitAs(brandt);
        var worklist = await desk.OpenAsync("/worklist");
        var answer = await desk.OpenAsync(worklist.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!);
        Assert.Contains("ما هذا؟", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", answer.Body, StringComparison.Ordinal);
        Assert.Contains("ما هذا؟", (await desk.OpenAsync(path.Address)).Document.QuerySelector("#my-path")!.TextContent, StringComparison.Ordinal);
        var reply = answer.Form("main form").Fill("Form.Text", "Ein Kurs für Deutsch und Alltag.");
        Assert.All(await Task.WhenAll(reply.SendAsync(), reply.SendAsync()), a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(HttpStatusCode.Conflict, (await reply.Fill("Form.Text", "Etwas anderes.").SendAsync()).Status);
        Assert.False((await desk.OpenAsync("/worklist")).Has("a[href*='/questions/']"));
        Assert.Contains("Ein Kurs für Deutsch und Alltag.", (await phone.OpenAsync($"{link.Address}?in=ar")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_participant_that_does_not_lead_sees_no_question_and_one_that_sees_no_person_prints_no_sheet()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var id = await path.AskAsync();
        using var theirs = host.Portal.VisitAs(weber);
        var page = await theirs.OpenAsync(path.Address);
        Assert.DoesNotContain("Was ist ein Integrationskurs?", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"{path.Address}/questions/{id}")).Status);
        // It sees the person, so it prints.
        Assert.Equal(HttpStatusCode.OK, (await theirs.OpenAsync($"{path.Address}/my-path")).Status);
        await path.WithdrawAsync(brandt, weber);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"{path.Address}/my-path")).Status);
        using var stranger = host.Portal.VisitAs(await town.WorkerAsync("mbe"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path.Address}/my-path")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path.Address}/questions/{id}")).Status);
    }

    [Fact]
    public async Task A_closed_case_is_read_and_consents_are_withdrawn_and_nothing_is_asked()
    {
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        var link = await path.LinkAsync();
        await path.AskAsync();
        await path.CloseAsync(brandt);
        using var phone = host.Portal.Visitor();
        var page = await phone.EnterAsync(link);
        Assert.Contains("abgeschlossen", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("a[href*='/ask']"));
        var ask = await phone.OpenAsync($"{link.Address}/ask");
        Assert.Equal(HttpStatusCode.Conflict, (await ask.Form("main form").Fill("Kind", "Wrong").Fill("Text", "Doch").SendAsync()).Status);
        var consent = await path.ConsentForAsync(weber);
        var done = await phone.FollowAsync(await (await phone.OpenAsync($"{link.Address}/consents/{consent}")).Form("main form").SendAsync());
        Assert.Contains("widerrufen am", done.Text, StringComparison.Ordinal);
        // What was asked before is answered all the same.
        using var desk = host.Portal.VisitAs(brandt);
        var answer = await desk.OpenAsync((await desk.OpenAsync(path.Address)).Document.QuerySelector("#my-path a[href*='/questions/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.SeeOther, (await answer.Form("main form").Fill("Form.Text", "Siehe Brief.").SendAsync()).Status);
    }
}
