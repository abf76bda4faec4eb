using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>From the case to the report, as two people do it with the forms of the pages.</summary>
public sealed class HandoverJourneyTests(PortalHost host)
{
    [Fact]
    public async Task From_the_choice_of_the_receiver_to_the_report()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina").With(FactKind.LanguageLevel, "Deutsch A1").With(FactKind.Household, "Zwei Kinder"));
        await path.ConsentAsync(brandt, weber, DataCategory.Basic | DataCategory.Qualification);
        using var sender = host.Portal.VisitAs(brandt);
        using var receiver = host.Portal.VisitAs(weber);

        // Who can take it on, then what goes along and why.
        var choice = await sender.OpenAsync($"/cases/{path.Id}/handovers/new");
        var link = choice.Document.QuerySelector($"main a[href*='to={weber.Actor!.Id}']");
        Assert.True(link is not null, choice.Text);
        var write = await sender.OpenAsync(link.GetAttribute("href")!);
        Assert.Contains("Einwilligung vom", write.Text);
        Assert.Contains("Dafür liegt keine Grundlage vor.", write.Text);
        Assert.True(write.Has("button[name='consent'][value='Family']"));
        Assert.False(write.Has("input[name='Form.Categories'][value='Family']"));

        // The preview keeps everything and shows what the other side will see.
        var preview = await write.Form("form[action$='/handovers/new']").Fill("Form.Goal", "Kooperationsplan bis Weihnachten")
            .Tick("Form.Categories", "Basic", "Qualification").Fill("Form.Risks", "Kinderbetreuung nur bis 13 Uhr").SendAsync("preview");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var drawn = preview.Document.QuerySelector(".portal-preview")!.TextContent;
        Assert.Contains("Kooperationsplan bis Weihnachten", drawn);
        Assert.Contains("Amina Rahimi", drawn);
        Assert.Contains("Deutsch A1", drawn);
        Assert.DoesNotContain("Zwei Kinder", drawn);
        var sent = await preview.Form("form[action$='/handovers/new']").SendAsync("send");
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var address = sent.Location!;
        var waiting = await sender.OpenAsync(address);
        Assert.Contains("Noch nicht gelesen.", waiting.Text);
        // While the other side is to act, nothing presses the sender to take it back.
        Assert.True(waiting.Has("main a[href$='/withdraw']"));
        Assert.False(waiting.Has("main .kern-btn--primary"));

        // Before acceptance no name; the box, the badge and the mail lead to it.
        var box = await receiver.OpenAsync("/handovers");
        Assert.True(box.Has($"main a[href='{address}']"), box.Text);
        var seen = await receiver.OpenAsync(address);
        Assert.Contains("Kooperationsplan bis Weihnachten", seen.Text);
        Assert.Contains("ohne Namen", seen.Text);
        Assert.DoesNotContain("Amina", seen.Body);
        Assert.DoesNotContain("Rahimi", seen.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/cases/{path.Id}")).Status);
        Assert.Contains("Gelesen heute", (await sender.OpenAsync(address)).Text);

        // Question and answer.
        var asked = await (await receiver.OpenAsync(address + "/ask")).Form("form[action$='/ask']").Fill("Text", "Liegt der Titel vor?").SubmitAsync();
        Assert.Contains("Liegt der Titel vor?", asked.Text);
        var answered = await (await sender.OpenAsync(address + "/answer")).Form("form[action$='/answer']").Fill("Text", "Ja, seit gestern.").SubmitAsync();
        Assert.Contains("Ja, seit gestern.", answered.Text);

        // Acceptance opens exactly what was shared.
        var accepted = await (await receiver.OpenAsync(address + "/accept")).Form("form[action$='/accept']").SubmitAsync();
        Assert.Contains("Angenommen", accepted.Text);
        Assert.Contains("Amina Rahimi", accepted.Text);
        Assert.DoesNotContain("Zwei Kinder", accepted.Text);
        Assert.Equal(HttpStatusCode.OK, (await receiver.GetAsync($"/cases/{path.Id}")).Status);
        var joined = (await path.SeenByAsync(weber))!;
        Assert.Equal(DataCategory.Basic | DataCategory.Qualification, joined.ParticipationOf(weber.Actor.Id)!.Categories);
        Assert.Equal(brandt.Actor!.Id, joined.LeadActorId);

        // There, done, reported.
        var arrived = await accepted.Form("form[action$='/arrive']").SubmitAsync();
        Assert.Contains("angekommen", arrived.Text);
        var completed = await (await receiver.OpenAsync(address + "/complete")).Form("form[action$='/complete']").Fill("Text", "Plan geschlossen.").SubmitAsync();
        Assert.Contains("abgeschlossen", completed.Text);
        Assert.Contains("Plan geschlossen.", (await sender.OpenAsync(address)).Text);
        Assert.Contains((await path.SeenByAsync(brandt))!.Steps, s => s.State == StepState.Done && s.ResponsibleActorId == weber.Actor.Id);

        var mails = await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.TenantId == town.Tenant.Id).Select(m => new { m.RecipientUserId, m.Template }).ToListAsync());
        Assert.Equal([MailTemplate.HandoverReceived, MailTemplate.HandoverAnswered], mails.Where(m => m.RecipientUserId == weber.Id).Select(m => m.Template).Order());
        Assert.Equal(
            [MailTemplate.HandoverQuestion, MailTemplate.HandoverAccepted, MailTemplate.HandoverArrived, MailTemplate.HandoverCompleted],
            mails.Where(m => m.RecipientUserId == brandt.Id).Select(m => m.Template).Order());
    }

    [Fact]
    public async Task A_transfer_moves_the_lead_with_the_acceptance_and_a_return_brings_it_back()
    {
        var (path, brandt, weber, handover) = await SentAsync(h => h.AsTransfer());
        using var receiver = host.Portal.VisitAs(weber);
        await (await receiver.OpenAsync(handover.Address + "/accept")).Form("form[action$='/accept']").SubmitAsync();
        Assert.Equal(weber.Actor!.Id, (await path.SeenByAsync(brandt))!.LeadActorId);

        var returned = await (await receiver.OpenAsync(handover.Address + "/return")).Form("form[action$='/return']").Fill("Text", "Umzug nach Viersen").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, returned.Status);
        Assert.Contains("zurückgegeben", returned.Text);
        Assert.DoesNotContain("Rahimi", returned.Body);
        Assert.Equal(brandt.Actor!.Id, (await path.SeenByAsync(brandt))!.LeadActorId);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/cases/{path.Id}")).Status);
        using var sender = host.Portal.VisitAs(brandt);
        Assert.Contains("Umzug nach Viersen", (await sender.OpenAsync(handover.Address)).Text);
    }

    [Fact]
    public async Task Declining_needs_a_reason_from_the_list_and_words()
    {
        var (_, brandt, weber, handover) = await SentAsync();
        using var receiver = host.Portal.VisitAs(weber);
        var form = (await receiver.OpenAsync(handover.Address + "/decline")).Form("form[action$='/decline']");
        var refused = await form.Fill("Text", "Wartezeit vier Wochen").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Wartezeit vier Wochen", refused.Body);

        var declined = await refused.Form("form[action$='/decline']").Fill("Reason", nameof(DeclineReason.NoCapacity)).SubmitAsync();
        Assert.Contains("keine Kapazität", declined.Text);
        using var sender = host.Portal.VisitAs(brandt);
        Assert.Contains("Wartezeit vier Wochen", (await sender.OpenAsync(handover.Address)).Text);
    }

    [Fact]
    public async Task What_is_withdrawn_disappears_for_the_receiver()
    {
        var (_, brandt, weber, handover) = await SentAsync();
        using var sender = host.Portal.VisitAs(brandt);
        await (await sender.OpenAsync(handover.Address + "/withdraw")).Form("form[action$='/withdraw']").Fill("Text", "Hat sich erledigt").SubmitAsync();

        using var receiver = host.Portal.VisitAs(weber);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync(handover.Address)).Status);
        Assert.DoesNotContain(handover.Id.ToString(), (await receiver.OpenAsync("/handovers?box=in")).Body);
        Assert.Contains("zurückgezogen", (await sender.OpenAsync("/handovers?box=out")).Text);
    }

    [Fact]
    public async Task The_goal_does_not_name_the_person()
    {
        var (path, brandt, weber, _) = await SentAsync();
        using var sender = host.Portal.VisitAs(brandt);
        var write = await sender.OpenAsync($"/cases/{path.Id}/handovers/new?to={weber.Actor!.Id}");
        var refused = await write.Form("form[action$='/handovers/new']").Fill("Form.Goal", "Frau RAHIMI braucht einen Termin").SendAsync("send");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Name der Person", refused.Text);
        Assert.Contains("RAHIMI braucht einen Termin", refused.Body);
    }

    [Fact]
    public async Task Nor_does_the_answer_to_a_question()
    {
        var (_, brandt, weber, handover) = await SentAsync(h => h.Until(HandoverState.ClarificationRequested));
        using var sender = host.Portal.VisitAs(brandt);
        var asked = await sender.OpenAsync(handover.Address + "/answer");
        Assert.Contains("Ohne Namen", asked.Document.QuerySelector("form[action$='/answer']")!.TextContent);
        var refused = await asked.Form("form[action$='/answer']").Fill("Text", "Ja, Amina bringt den Titel mit.").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Name der Person", refused.Text);
        Assert.Equal("Ja, Amina bringt den Titel mit.", refused.Document.QuerySelector("textarea[name='Text']")!.TextContent.Trim());
        using var receiver = host.Portal.VisitAs(weber);
        Assert.DoesNotContain("bringt den Titel mit", (await receiver.OpenAsync(handover.Address)).Text);

        await refused.Form("form[action$='/answer']").Fill("Text", "Ja, die Person bringt den Titel mit.").SubmitAsync();
        Assert.Contains("Ja, die Person bringt den Titel mit.", (await receiver.OpenAsync(handover.Address)).Text);
    }

    private async Task<(TownCase Path, TestUser Brandt, TestUser Weber, TownHandover Handover)> SentAsync(Action<HandoverSketch>? with = null)
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        return (path, brandt, weber, await path.HandOverAsync(weber, with));
    }
}
