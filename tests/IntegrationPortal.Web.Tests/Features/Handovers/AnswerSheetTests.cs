using System.Net;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>An actor without an account is involved on paper: from the choice of the receiver to its answer, with the forms of the pages and no script.</summary>
public sealed partial class AnswerSheetTests(PortalHost host)
{
    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{2,4}){6}")]
    private static partial Regex Code();

    [Fact]
    public async Task From_the_choice_over_the_printed_sheet_to_the_acceptance()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var empty = await town.ActorAsync("jobcenter", "Jobcenter Leerstand");
        var path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina").With(FactKind.LanguageLevel, "Deutsch A1").With(FactKind.Household, "Zwei Kinder"));
        await path.ConsentAsync(brandt, new TestUser(Guid.Empty, "", "", "", null, empty), DataCategory.Basic | DataCategory.Qualification);
        using var sender = host.Portal.VisitAs(brandt);

        var write = await sender.OpenAsync((await sender.OpenAsync($"{path.Address}/handovers/new")).Document.QuerySelector($"main a[href*='to={empty.Id}']")!.GetAttribute("href")!);
        Assert.Contains("Sie beteiligen die Stelle auf Papier", write.Text);
        Assert.False(write.Has("input[name='Form.Kind'][value='Transfer']:not([disabled])"), "The lead does not go where nobody can open the case.");
        var print = await write.Form("form[action$='/handovers/new']").Fill("Form.Goal", "Kooperationsplan bis Weihnachten").Tick("Form.Categories", "Basic", "Qualification").SubmitAsync("send");
        Assert.EndsWith("/sheet", print.Address);
        Assert.DoesNotContain("Amina", print.Body);

        // Printed in English it is English, in German German, and from one page it is the same code.
        var english = await print.Form("form[action$='lang=en']").SendAsync();
        Assert.Equal(HttpStatusCode.OK, english.Status);
        Assert.Contains("Please answer by", english.Text);
        var sheet = await print.Form("form[action$='lang=de']").SendAsync();
        Assert.Contains("Bitte antworten Sie bis", sheet.Text);
        Assert.Contains("Kooperationsplan bis Weihnachten", sheet.Text);
        Assert.Contains(brandt.Name, sheet.Text);
        Assert.DoesNotContain("Amina", sheet.Body);
        Assert.DoesNotContain("Rahimi", sheet.Body);
        Assert.DoesNotContain("Deutsch A1", sheet.Body);
        var code = Code().Match(sheet.Text).Value;
        Assert.Equal(code, Code().Match(english.Text).Value);
        Assert.True(sheet.Has("svg[role='img'] path"));
        var handover = (await path.SeenByAsync(brandt))!;
        var id = Guid.Parse(print.Address.Split('/')[2]);
        Assert.Equal(2, await host.Portal.AsAsync(brandt.Officer, db => db.AccessEntries.CountAsync(a => a.HandoverId == id && a.Kind == AccessKind.Print)));

        // Typed by hand, with small letters and blanks.
        using var desk = host.Portal.Visitor();
        var opened = await (await desk.OpenAsync("/answer")).Form("form[action='/answer']").Fill("Code", $" {code.ToLowerInvariant().Replace('-', ' ')} ").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("Kooperationsplan bis Weihnachten", opened.Text);
        Assert.DoesNotContain("Amina", opened.Body);
        Assert.DoesNotContain("Rahimi", opened.Body);
        Assert.DoesNotContain("Deutsch A1", opened.Body);
        Assert.DoesNotContain(handover.Number, opened.Body);
        Assert.Matches(@"Antwort bis \w+, \d+\. \w+ \d{4}\.", opened.Document.QuerySelector(".portal-lead")!.TextContent);
        Assert.True(opened.Has("meta[name='robots'][content='noindex']") && opened.Has("meta[name='referrer'][content='no-referrer']"));

        var form = (await desk.OpenAsync($"{opened.Address}/accept")).Form("form[action$='/accept']").Fill("Name", "Erika Muster").Fill("Function", "Leitung");
        var accepted = await form.SubmitAsync();
        Assert.Contains("Ihre Antwort ist angekommen", accepted.Text);
        // Sent once more it is the same answer; opened once more there is nothing.
        Assert.Contains("Ihre Antwort ist angekommen", (await form.SubmitAsync()).Text);
        Assert.Equal(HttpStatusCode.Gone, (await desk.GetAsync(opened.Address)).Status);

        var joined = (await path.SeenByAsync(brandt))!;
        Assert.Equal(DataCategory.Basic | DataCategory.Qualification, joined.ParticipationOf(empty.Id)!.Categories);
        Assert.Equal(brandt.Actor!.Id, joined.LeadActorId);
        Assert.Contains(joined.Steps, s => s.ResponsibleActorId == empty.Id && s.State == StepState.Active);
        Assert.Contains("Erika Muster, Leitung (auf dem Blatt)", (await sender.OpenAsync($"/handovers/{id}")).Text);

        // The person goes from hand to hand: the sender prints what was shared, which is noted.
        var shared = await sender.OpenAsync($"/handovers/{id}/shared");
        Assert.Contains($"Weitergegeben an {empty.Name}", shared.Text);
        Assert.Contains("Amina Rahimi", shared.Text);
        Assert.Contains("Deutsch A1", shared.Text);
        Assert.Contains("Einwilligung vom", shared.Text);
        Assert.DoesNotContain("Zwei Kinder", shared.Text);
        Assert.Equal(1, await host.Portal.AsAsync(brandt.Officer, db => db.AccessEntries.CountAsync(a => a.HandoverId == id && a.Kind == AccessKind.Export)));
        var trail = await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.SingleAsync(e => e.HandoverId == id && e.Kind == CaseEventKind.HandoverAccepted));
        Assert.Equal((null, empty.Id), (trail.UserId, trail.ActorId));
        Assert.Contains(MailTemplate.HandoverAccepted, await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.RecipientUserId == brandt.Id).Select(m => m.Template).ToListAsync()));
    }

    [Fact]
    public async Task A_question_is_answered_behind_the_same_code_and_then_it_can_be_declined()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        using var desk = host.Portal.Visitor();
        var form = (await desk.OpenAsync($"{paper.Address}/ask")).Form("form[action$='/ask']").Fill("Text", "Liegt der Titel vor?").Fill("Name", "E. Muster").Fill("Function", "Annahme");
        var asked = await form.SubmitAsync();
        Assert.Contains("Liegt der Titel vor?", asked.Text);
        Assert.Contains("E. Muster, Annahme", asked.Text);
        Assert.False(asked.Has("main a[href$='/accept']"), "While the sender is to answer nothing is accepted.");
        Assert.Equal(paper.Address, (await form.SendAsync()).Location);
        Assert.Single((await paper.Handover.SeenByAsync(brandt))!.Messages);

        using var sender = host.Portal.VisitAs(brandt);
        await (await sender.OpenAsync($"{paper.Handover.Address}/answer")).Form("form[action$='/answer']").Fill("Text", "Ja, seit gestern.").SubmitAsync();
        var answered = await desk.OpenAsync(paper.Address);
        Assert.Contains("Ja, seit gestern.", answered.Text);
        Assert.True(answered.Has("main a[href$='/accept']"));

        var declined = await (await desk.OpenAsync($"{paper.Address}/decline")).Form("form[action$='/decline']")
            .Fill("Reason", "NoCapacity").Fill("Text", "Zurzeit voll").Fill("Name", "E. Muster").Fill("Function", "Annahme").SubmitAsync();
        Assert.Contains("Ihre Antwort ist angekommen", declined.Text);
        var seen = await sender.OpenAsync(paper.Handover.Address);
        Assert.Contains("Zurzeit voll", seen.Text);
        Assert.Contains("E. Muster, Annahme (auf dem Blatt)", seen.Text);
        Assert.Equal(HandoverState.Declined, (await paper.Handover.SeenByAsync(brandt))!.State);
    }

    [Fact]
    public async Task A_first_free_date_is_kept_and_one_that_is_past_is_told()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        using var desk = host.Portal.Visitor();
        var form = (await desk.OpenAsync($"{paper.Address}/accept")).Form("form[action$='/accept']").Fill("Name", "E. Muster").Fill("Function", "Annahme");
        var past = await form.Fill("FirstFreeDate", "2020-01-01").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, past.Status);
        Assert.Equal("E. Muster", past.Document.QuerySelector("input[name='Name']")!.GetAttribute("value"));
        var day = DateOnly.FromDateTime(town.Now.UtcDateTime).AddDays(7);
        await form.Fill("FirstFreeDate", day.ToString("O")).SubmitAsync();
        Assert.Equal(day, (await paper.Handover.SeenByAsync(brandt))!.FirstFreeDate);
    }

    [Fact]
    public async Task Printed_again_the_sheet_before_is_void_and_a_page_from_before_does_not_take_that_back()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        using var sender = host.Portal.VisitAs(brandt);
        var (one, other) = (await sender.OpenAsync($"{paper.Handover.Address}/sheet"), await sender.OpenAsync($"{paper.Handover.Address}/sheet"));
        Assert.Contains("gilt das frühere Blatt nicht mehr", one.Text);
        var printed = await one.Form("form[action$='lang=de']").SendAsync();
        Assert.Equal(HttpStatusCode.OK, printed.Status);
        using var desk = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await desk.GetAsync(paper.Address)).Status);
        var token = SheetToken.Read(Code().Match(printed.Text).Value);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/answer/{token}")).Status);

        var late = await other.Form("form[action$='lang=de']").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("inzwischen noch einmal gedruckt", late.Text);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/answer/{token}")).Status);
    }

    [Fact]
    public async Task Where_somebody_can_sign_in_or_after_an_answer_nothing_is_printed_and_nobody_else_prints()
    {
        var town = await host.TownAsync();
        var (brandt, mbe) = (await town.CoordinatorAsync(), await town.WorkerAsync("mbe"));
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(mbe);
        var staffed = await path.HandOverAsync(weber);
        var paper = await (await town.CaseAsync(mbe)).HandOverOnPaperAsync();
        using (var sender = host.Portal.VisitAs(mbe))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await sender.GetAsync($"{staffed.Address}/sheet")).Status);
            Assert.True((await sender.GetAsync(paper.Handover.Address)).Has("main a[href$='/sheet']"));
        }

        using (var coordination = host.Portal.VisitAs(brandt))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await coordination.GetAsync($"{paper.Handover.Address}/sheet")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await coordination.GetAsync($"{paper.Handover.Address}/shared")).Status);
        }

        using (var sender = host.Portal.VisitAs(mbe))
            Assert.Equal(HttpStatusCode.Conflict, (await sender.GetAsync($"{paper.Handover.Address}/shared")).Status);
        await paper.Handover.DoAsync(HandoverDeed.Withdraw);
        using var again = host.Portal.VisitAs(mbe);
        Assert.Equal(HttpStatusCode.Conflict, (await again.GetAsync($"{paper.Handover.Address}/sheet")).Status);
    }
}
