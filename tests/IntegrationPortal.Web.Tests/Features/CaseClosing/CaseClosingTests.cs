using System.Globalization;
using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseClosing;

/// <summary>A case is closed by whoever leads it, who sees before what that ends; afterwards it is read and not written.</summary>
public sealed class CaseClosingTests(PortalHost host) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina").Opened(town.Now.AddDays(-20)));
        visitor = host.Portal.VisitAs(brandt);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Close => $"{path.Address}/close";

    private DateOnly Today => GermanTime.DayOf(town.Now);

    [Fact]
    public async Task The_page_says_what_closing_ends_before_it_is_pressed()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var page = await visitor.OpenAsync((await visitor.OpenAsync(path.Address)).Document.QuerySelector("main a[href$='/close']")!.GetAttribute("href")!);
        var seen = (await path.SeenByAsync(brandt))!;
        foreach (var step in seen.Steps.Where(s => s.State.IsOpen()))
            Assert.Contains(step.TitleDe, page.Document.QuerySelector("section[aria-labelledby=open-steps]")!.TextContent, StringComparison.Ordinal);
        var readers = page.Document.QuerySelectorAll("section[aria-labelledby=readers] li").Select(l => Words(l.TextContent)).ToList();
        Assert.Equal(2, readers.Count);
        Assert.StartsWith($"{brandt.Actor!.Name}: führt den Fall und liest weiter", readers[0], StringComparison.Ordinal);
        Assert.Contains("sieht den Fall mit dem Schließen nicht mehr", readers[1], StringComparison.Ordinal);
        Assert.Contains("Arbeitet noch an:", readers[1], StringComparison.Ordinal);
        Assert.Contains($"31.12.{Today.Year + 3}", page.Document.QuerySelector("section[aria-labelledby=erased]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("section[aria-labelledby=deadlines] li"));
        Assert.Contains("Close the case", (await visitor.Speaking("en").OpenAsync(Close)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_came_back_stands_below_its_mistakes_and_above_what_was_read_before()
    {
        var asked = await visitor.OpenAsync(Close);
        Assert.Equal(["section", "form"], Order(asked));
        var again = await asked.Form(Form).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(["form", "section"], Order(again));
        Assert.Contains("lesen es im Verlauf", again.Text, StringComparison.Ordinal);

        static IEnumerable<string> Order(Page page) =>
            page.Document.QuerySelectorAll($"{Form}, section[aria-labelledby=open-steps]").Select(e => e.LocalName);
    }

    [Fact]
    public async Task A_deadline_that_cannot_be_made_good_is_named_first_and_warned_of()
    {
        var family = await town.CaseAsync(brandt, c => c.Following("T11-FAM"));
        var hard = (await family.SeenByAsync(brandt))!.Steps.First(s => s.IsIrrevocable);
        await family.OnAsync(brandt, (p, by) => p.Start(hard.Id, by, town.Calendar, town.Now));
        var page = await visitor.OpenAsync($"{family.Address}/close");
        Assert.Contains("die sich nicht nachholen lässt", page.Document.QuerySelector(".kern-alert--danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(hard.TitleDe, page.Document.QuerySelector("section[aria-labelledby=deadlines] li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_it_is_read_by_lead_and_coordination_tells_why_and_until_when_and_offers_no_deed()
    {
        var handover = await path.HandOverAsync(weber, h => h.Until(HandoverState.Arrived));
        var day = Today.AddDays(-2);
        var page = await (await FormAsync("MovedAway", day, note: "Neue Anschrift bekannt")).SubmitAsync();
        Assert.Contains($"Geschlossen am {day:dd.MM.yyyy}: umgezogen", Words(page.Text), StringComparison.Ordinal);
        Assert.Contains($"Zur Löschung fällig am 31.12.{day.Year + 3}", page.Text, StringComparison.Ordinal);
        var timeline = page.Document.QuerySelector("#timeline")!.TextContent;
        Assert.Contains("Fall geschlossen: umgezogen", timeline, StringComparison.Ordinal);
        Assert.Contains("Neue Anschrift bekannt", timeline, StringComparison.Ordinal);
        // But one: what would be erased otherwise may be restricted (GDPR Art. 18 (1) c).
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{path.Address}/restrictions/new']"));
        Assert.Empty(page.Document.QuerySelectorAll($"main a[href*='/new']:not([href$='/restrictions/new']), main a[href$='/close'], main a[href$='/end'], main form[action^='{path.Address}']"));
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{path.Address}/reopen']"));
        Assert.Empty(page.Document.QuerySelectorAll(".portal-due"));

        // The jobcenter had it in work: the case is gone, the handover says why, and nothing of it is to be done.
        using var other = host.Portal.VisitAs(weber);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path.Address)).Status);
        Assert.DoesNotContain(path.Address, (await other.OpenAsync("/cases?state=Any")).Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var left = await other.OpenAsync(handover.Address);
        Assert.Contains($"Der Fall ist seit dem {day:dd.MM.yyyy} geschlossen", left.Text, StringComparison.Ordinal);
        Assert.Empty(left.Document.QuerySelectorAll("main form[method=post]"));
        var mails = await MailsAsync(MailTemplate.CaseClosed);
        Assert.Equal([weber.Id], mails);
    }

    [Fact]
    public async Task Every_deed_on_a_closed_case_is_refused_with_the_day_since_when()
    {
        var arrived = await path.HandOverAsync(weber, h => h.Until(HandoverState.Arrived));
        var accepted = await path.HandOverAsync(await town.WorkerAsync("mbe"), h => h.Until(HandoverState.Accepted));
        var step = (await path.SeenByAsync(brandt))!.Steps.MinBy(s => s.Position)!.Id;
        await path.CloseAsync(brandt);
        foreach (var address in new[]
            { "/steps/new", "/templates/new", "/facts/new?kind=LanguageLevel", "/consents/new", "/person/edit", "/close", $"/steps/{step}/skip", $"/steps/{step}/block", $"/participations/{weber.Actor!.Id}/end" })
        {
            var answer = await visitor.GetAsync(path.Address + address);
            Assert.True(answer.Status == HttpStatusCode.Conflict, $"{address} {answer.Status}");
            Assert.Contains($"seit dem {Today:dd.MM.yyyy} geschlossen", answer.Text, StringComparison.Ordinal);
        }

        foreach (var (handover, deed, fields) in new[]
        {
            (arrived, "complete", new[] { ("Text", "Antrag bewilligt.") }), (arrived, "return", [("Text", "Doch nicht zuständig.")]), (accepted, "arrive", []), (accepted, "take", []),
        })
        {
            using var other = host.Portal.VisitAs(handover.Receiver);
            var token = (await other.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var answer = await other.PostAsync($"{handover.Address}/{deed}", [("__RequestVerificationToken", token), .. fields]);
            Assert.True(answer.Status == HttpStatusCode.Conflict, $"{deed} {answer.Status}");
            Assert.Contains($"seit dem {Today:dd.MM.yyyy} geschlossen", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_leaves_the_worklist_and_the_list_and_is_found_by_the_filter_and_by_a_search()
    {
        var old = await town.CaseAsync(brandt, c => c.Named("Olena Koval").Opened(town.Now.AddYears(-1)));
        var blocked = (await old.SeenByAsync(brandt))!.Steps.MinBy(s => s.Position)!.Id;
        await old.OnAsync(brandt, (p, by) => p.Block(blocked, BlockReason.Other, null, by, town.Calendar, town.Now));
        var day = await Worklist.Day.OfAsync(visitor);
        Assert.NotEqual((0, 0), (day.Rows("Missed").Count, day.Rows("Blocked").Count));
        await old.CloseAsync(brandt);
        await path.CloseAsync(brandt);
        day = await Worklist.Day.OfAsync(visitor);
        Assert.Equal((0, 0, 0), (day.Rows("Missed").Count, day.Rows("Blocked").Count, day.Rows("Deadlines").Count));

        var running = await town.CaseAsync(brandt, c => c.Named("Oleksandr Kovalenko"));
        foreach (var view in new[] { "", "&view=all", "&lead=Us", "&sort=Due", "&sort=Opened" })
        {
            Assert.Equal([running.Address], await ListedAsync($"/cases?x=1{view}"));
            Assert.Equal([.. new[] { old.Address, path.Address }.Order()], await ListedAsync($"/cases?state=Closed{view}"));
            Assert.Equal(3, (await ListedAsync($"/cases?state=Any{view}")).Count);
        }

        Assert.Contains($"Geschlossen am {Today:dd.MM.yyyy}", (await visitor.OpenAsync("/cases?state=Closed")).Text, StringComparison.Ordinal);
        Assert.Equal([path.Address], await ListedAsync("/cases?q=Rahimi"));
    }

    [Fact]
    public async Task While_somebody_waits_for_an_answer_the_page_leads_there_and_nothing_is_closed()
    {
        var handover = await path.HandOverAsync(weber);
        foreach (var (state, told, refusal) in new[]
            { (HandoverState.Sent, "Beteiligung ohne Antwort", "wartet eine Übergabe auf Antwort"), (HandoverState.ClarificationRequested, "Rückfrage ohne Antwort", "ist eine Rückfrage offen") })
        {
            if (state == HandoverState.ClarificationRequested)
                await handover.DoAsync(HandoverDeed.AskBack);
            var page = await visitor.OpenAsync(Close);
            Assert.False(page.Has(Form));
            Assert.Contains(told, page.Document.QuerySelector($"main a[href='{handover.Address}']")!.TextContent, StringComparison.Ordinal);
            var refused = await SendAsync(visitor, Close);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains(refusal, refused.Text, StringComparison.Ordinal);
        }

        await handover.DoAsync(HandoverDeed.Withdraw);
        await (await FormAsync("OwnWish", Today)).SubmitAsync();
        Assert.NotNull((await path.SeenByAsync(brandt))!.Closure);
    }

    [Fact]
    public async Task Its_day_and_reason_are_asked_for()
    {
        foreach (var (day, told) in new[] { (Today.AddDays(1), "liegt in der Zukunft"), (Today.AddDays(-21), "gab es den Fall noch nicht") })
        {
            var refused = await (await FormAsync("ContactLost", day)).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(told, refused.Document.QuerySelector("#Form_On-error, [id='Form.On-error']")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await visitor.OpenAsync(Close)).Form(Form).SendAsync()).Status);
        Assert.Null((await path.SeenByAsync(brandt))!.Closure);
    }

    [Fact]
    public async Task Sent_twice_it_is_closed_once_and_another_closing_hears_that_it_is()
    {
        var (form, other) = (await FormAsync("ContactLost", Today), await FormAsync("Deceased", Today));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        var late = await other.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains($"seit dem {Today:dd.MM.yyyy} geschlossen", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.CaseClosed)));
    }

    [Fact]
    public async Task Reopened_it_goes_on_where_it_stood_and_those_with_a_ground_are_back()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var before = (await path.SeenByAsync(brandt))!.Steps.Select(s => (s.Id, s.State, s.ResponsibleActorId, s.IsCurrent)).ToList();
        await path.CloseAsync(brandt);
        var ask = await visitor.OpenAsync($"{path.Address}/reopen");
        Assert.Contains(weber.Actor!.Name, ask.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ask.Form(Form).SendAsync()).Status);
        var form = ask.Form(Form).Fill("Form.Reason", "Wieder gemeldet");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        var page = await visitor.OpenAsync(path.Address);
        Assert.Contains("Fall wieder geöffnet", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wieder gemeldet", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await path.SeenByAsync(brandt))!.Steps.Select(s => (s.Id, s.State, s.ResponsibleActorId, s.IsCurrent)));
        using var other = host.Portal.VisitAs(weber);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(path.Address)).Status);
        Assert.Equal([path.Address], await ListedAsync("/cases", other));
        Assert.Contains(weber.Id, await MailsAsync(MailTemplate.CaseReopened));
        Assert.Equal(1, await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.CaseReopened)));
    }

    [Fact]
    public async Task Who_takes_part_without_the_lead_is_refused_and_everybody_else_hears_of_no_such_case()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        using (var inside = host.Portal.VisitAs(weber))
        {
            Assert.False((await inside.OpenAsync(path.Address)).Has("main a[href$='/close']"));
            Assert.Equal(HttpStatusCode.Conflict, (await inside.GetAsync(Close)).Status);
            Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(inside, Close)).Status);
        }

        var theirs = await town.CaseAsync(weber);
        using var stranger = host.Portal.VisitAs(await town.WorkerAsync("mbe"));
        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        foreach (var (who, of) in new[] { (visitor, theirs.Address), (stranger, path.Address), (elsewhere, path.Address), (visitor, $"/cases/{Guid.CreateVersion7()}") })
        {
            foreach (var page in new[] { $"{of}/close", $"{of}/reopen" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync(page)).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(who, page)).Status);
            }
        }

        Assert.Null((await path.SeenByAsync(brandt))!.Closure);
        Assert.Null((await theirs.SeenByAsync(weber))!.Closure);
    }

    private async Task<FilledForm> FormAsync(string reason, DateOnly on, string note = "") =>
        (await visitor.OpenAsync(Close)).Form(Form).Fill("Form.Reason", reason).Fill("Form.On", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Fill("Form.Note", note);

    private async Task<Page> SendAsync(Visitor who, string page)
    {
        var token = (await who.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await who.PostAsync(page, ("__RequestVerificationToken", token), ("Form.Reason", page.EndsWith("reopen", StringComparison.Ordinal) ? "x" : "OwnWish"), ("Form.On", Today.ToString("O", CultureInfo.InvariantCulture)));
    }

    private async Task<List<string>> ListedAsync(string address, Visitor? who = null) =>
        [.. (await (who ?? visitor).OpenAsync(address)).Document.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!).Order()];

    private Task<List<Guid>> MailsAsync(MailTemplate template) => Walls.BeyondWalls.ReadAsync(host, Guid.Empty, db =>
        db.OutboxMails.Where(m => m.AboutId == path.Id && m.Template == template).Select(m => m.RecipientUserId!.Value).ToListAsync());

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
