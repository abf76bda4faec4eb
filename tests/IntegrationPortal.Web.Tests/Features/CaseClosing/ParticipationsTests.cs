using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseClosing;

/// <summary>A participation is ended by the actor itself, the lead or the coordination.</summary>
public sealed class ParticipationsTests(PortalHost host) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;
    private TownHandover handover = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt);
        handover = await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_lead_ends_it_and_stands_in_and_the_actor_is_told_and_sees_the_case_no_more()
    {
        using var visitor = host.Portal.VisitAs(brandt);
        var steps = (await path.SeenByAsync(brandt))!.OpenStepsOf(weber.Actor!.Id).ToList();
        Assert.NotEmpty(steps);
        var ask = await visitor.OpenAsync((await visitor.OpenAsync(path.Address)).Document.QuerySelector($"#who-sees-what a[href='{Address(weber)}']")!.GetAttribute("href")!);
        Assert.Contains(steps[0].TitleDe, ask.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ask.Form(Form).SendAsync()).Status);
        var form = ask.Form(Form).Fill("Form.Reason", "Beratung beendet");
        var page = await form.SubmitAsync();
        Assert.Contains($"Teilnahme beendet: {weber.Actor!.Name}", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(weber.Actor.Name, page.Document.QuerySelector("#who-sees-what")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(1, await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.ParticipationEnded)));

        var seen = (await path.SeenByAsync(brandt))!;
        Assert.Equal((brandt.Actor!.Id, true), (seen.Step(steps[0].Id).ResponsibleActorId, seen.Step(steps[0].Id).StandsIn));
        using var other = host.Portal.VisitAs(weber);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path.Address)).Status);
        Assert.Equal([weber.Id], await MailsAsync(MailTemplate.ParticipationEnded));
    }

    [Fact]
    public async Task An_actor_that_is_done_leaves_once_nothing_lies_with_it_and_a_new_handover_brings_it_back()
    {
        using var inside = host.Portal.VisitAs(weber);
        var page = await inside.OpenAsync((await inside.OpenAsync(path.Address)).Document.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        // What it has accepted is its own to bring to an end.
        Assert.False(page.Has(Form));
        Assert.Contains("Übergabe in Arbeit", page.Document.QuerySelector($"main a[href='{handover.Address}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(inside, Address(weber))).Status);

        await handover.DoAsync(HandoverDeed.Arrive);
        await handover.DoAsync(HandoverDeed.Complete);
        var form = (await inside.OpenAsync(Address(weber))).Form(Form).Fill("Form.Reason", "Wir sind fertig");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.Contains(answers, a => a is { Status: HttpStatusCode.SeeOther, Location: "/cases" });
        Assert.Equal("/cases", (await form.SendAsync()).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await inside.GetAsync(path.Address)).Status);
        Assert.Equal([brandt.Id], await MailsAsync(MailTemplate.ParticipationLeft));

        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync(path.Address)).Status);
    }

    [Fact]
    public async Task While_a_handover_of_the_actor_waits_for_an_answer_nobody_ends_it()
    {
        var waiting = await path.HandOverAsync(weber, await town.WorkerAsync("jobcenter", "S. Zweite"));
        foreach (var who in new[] { brandt, weber })
        {
            using var visitor = host.Portal.VisitAs(who);
            Assert.True((await visitor.OpenAsync(Address(weber))).Has($"main a[href='{waiting.Address}']"));
            var refused = await SendAsync(visitor, Address(weber));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("wartet noch", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task That_of_the_lead_is_never_ended_and_others_are_not_anybodys_to_end()
    {
        using var visitor = host.Portal.VisitAs(brandt);
        var own = await visitor.GetAsync(Address(brandt));
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Contains("führt den Fall", own.Text, StringComparison.Ordinal);
        using (var inside = host.Portal.VisitAs(weber))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await inside.GetAsync(Address(brandt))).Status);
            Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(inside, Address(brandt))).Status);
        }

        using var stranger = host.Portal.VisitAs(await town.WorkerAsync("mbe"));
        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        foreach (var who in new[] { stranger, elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync(Address(weber))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(who, Address(weber))).Status);
        }

        Assert.True((await path.SeenByAsync(brandt))!.ParticipationOf(weber.Actor!.Id)!.IsActive);
    }

    private string Address(TestUser of) => $"{path.Address}/participations/{of.Actor!.Id}/end";

    private static async Task<Page> SendAsync(Visitor who, string page)
    {
        var token = (await who.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await who.PostAsync(page, ("__RequestVerificationToken", token), ("Form.Reason", "fertig"));
    }

    private Task<List<Guid>> MailsAsync(MailTemplate template) => Walls.BeyondWalls.ReadAsync(host, Guid.Empty, db =>
        db.OutboxMails.Where(m => m.AboutId == path.Id && m.Template == template).Select(m => m.RecipientUserId!.Value).ToListAsync());
}
