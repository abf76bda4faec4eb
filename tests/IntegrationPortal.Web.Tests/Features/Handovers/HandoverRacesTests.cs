using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>Twice, too late, at the same moment: never two, and nobody is left without a sentence.</summary>
public sealed class HandoverRacesTests(PortalHost host)
{
    [Fact]
    public async Task Of_two_who_accept_at_once_one_wins_and_the_other_is_told_who_was_faster()
    {
        var (town, path, weber, handover) = await SentAsync();
        var kaya = await town.UserAsync(Role.CaseWorker, weber.Actor, "J. Kaya");
        using var one = host.Portal.VisitAs(weber);
        using var other = host.Portal.VisitAs(kaya);
        var forms = new[] { await one.OpenAsync(handover.Address + "/accept"), await other.OpenAsync(handover.Address + "/accept") };

        var answers = await Task.WhenAll(forms.Select(f => f.Form("form[action$='/accept']").SendAsync()));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        var told = answers.Single(a => a.Status == HttpStatusCode.Conflict);
        var winner = told.Visitor == one ? kaya : weber;
        Assert.Contains("angenommen", told.Text);
        Assert.Contains(winner.Name, told.Text);
        Assert.Single((await path.SeenByAsync(weber))!.Participations, p => p.ActorId == weber.Actor!.Id);
    }

    [Fact]
    public async Task A_page_from_before_is_answered_with_the_state_of_now()
    {
        var (_, _, weber, handover) = await SentAsync();
        using var receiver = host.Portal.VisitAs(weber);
        var stale = await receiver.OpenAsync(handover.Address + "/decline");
        await handover.DoAsync(HandoverDeed.Accept);

        var answer = await stale.Form("form[action$='/decline']").Fill("Reason", "NoCapacity").Fill("Text", "voll").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("angenommen", answer.Text);
        Assert.True(answer.Has("form[action$='/arrive']"), "The page of now offers what can be done now.");
        // And what was typed is not lost, though it can no longer be sent.
        Assert.Equal("voll", answer.Document.QuerySelector("form[action$='/decline'] textarea[name='Text']")!.TextContent.Trim());
        Assert.True(answer.Has("form[action$='/decline'] input[name='Reason'][value='NoCapacity'][checked]"));
        Assert.Contains("Was Sie geschrieben haben", answer.Text);
        Assert.False(answer.Has("form[action$='/decline'] button"));
        Assert.Single(answer.Document.QuerySelectorAll("main .kern-btn--primary"));
    }

    [Theory]
    [InlineData("return", HandoverState.Accepted)]
    [InlineData("complete", HandoverState.Arrived)]
    public async Task A_long_text_survives_that_the_manager_took_the_desk_meanwhile(string deed, HandoverState state)
    {
        var town = await host.TownAsync();
        // Its step has no results, so that the report is all there is to send.
        var weber = await town.WorkerAsync("mbe");
        var path = await town.CaseAsync(await town.CoordinatorAsync());
        var handover = await path.HandOverAsync(weber, h => h.Until(state));
        using var worker = host.Portal.VisitAs(weber);
        using var leader = host.Portal.VisitAs(await town.UserAsync(Role.ActorManager, weber.Actor, "M. Leitner"));
        var written = string.Join(' ', Enumerable.Repeat("Beratung", 220));
        var form = (await worker.OpenAsync($"{handover.Address}/{deed}")).Form($"form[action$='/{deed}']").Fill("Text", written);
        await (await leader.OpenAsync(handover.Address)).Form("form[action$='/take']").SubmitAsync();

        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("liegt bei einer Kollegin oder einem Kollegen", refused.Text);
        Assert.Equal(written, refused.Document.QuerySelector($"form[action$='/{deed}'] textarea[name='Text']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Who_has_passed_the_case_on_is_told_before_a_reason_is_written_and_keeps_one_that_was()
    {
        var (town, path, weber, handover) = await SentAsync(h => h.AsTransfer().Until(HandoverState.Accepted));
        using var worker = host.Portal.VisitAs(weber);
        var form = (await worker.OpenAsync(handover.Address + "/return")).Form("form[action$='/return']").Fill("Text", "Umzug nach Viersen");
        var onward = await path.HandOverAsync(weber, await town.WorkerAsync("mbe", "B. Berg"), h => h.AsTransfer().Sharing(DataCategory.Basic));
        async Task ToldAsync(string why)
        {
            var asked = await worker.OpenAsync(handover.Address + "/return");
            Assert.Contains(why, asked.Text);
            Assert.False(asked.Has("form[action$='/return']"));
            var refused = await form.SendAsync();
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains(why, refused.Text);
            Assert.Equal("Umzug nach Viersen", refused.Document.QuerySelector("form[action$='/return'] textarea")!.TextContent.Trim());
        }

        await ToldAsync("hat zu diesem Fall selbst eine Übergabe gesendet, die noch offen ist");
        await onward.DoAsync(HandoverDeed.Accept);
        await ToldAsync("Die Federführung ist inzwischen weitergegangen");
    }

    [Fact]
    public async Task A_double_click_and_the_back_button_lead_to_the_one_handover()
    {
        var (_, path, weber, _) = await SentAsync();
        await path.ConsentAsync(path.OpenedBy, weber, DataCategory.Basic);
        using var sender = host.Portal.VisitAs(path.OpenedBy);
        var form = (await sender.OpenAsync($"/cases/{path.Id}/handovers/new?to={weber.Actor!.Id}"))
            .Form("form[action$='/handovers/new']").Fill("Form.Goal", "Zweite Übergabe").Tick("Form.Categories", "Basic");

        var clicks = await Task.WhenAll(form.SendAsync("send"), form.SendAsync("send"));
        var later = await form.SendAsync("send");
        Assert.All([.. clicks, later], a => Assert.Equal((HttpStatusCode.SeeOther, clicks[0].Location), (a.Status, a.Location)));
        Assert.Equal(2, await host.Portal.AsAsync(path.OpenedBy.Officer, db => db.Handovers.CountAsync(h => h.CaseId == path.Id)));
    }

    [Fact]
    public async Task Of_two_transfers_sent_at_once_the_database_lets_one_in()
    {
        var (_, path, weber, _) = await SentAsync();
        await path.ConsentAsync(path.OpenedBy, weber, DataCategory.Basic);
        using var sender = host.Portal.VisitAs(path.OpenedBy);
        var pages = new List<Page>();
        for (var i = 0; i < 2; i++)
            pages.Add(await sender.OpenAsync($"/cases/{path.Id}/handovers/new?to={weber.Actor!.Id}"));

        var answers = await Task.WhenAll(pages.Select(p => p.Form("form[action$='/handovers/new']")
            .Fill("Form.Goal", "Federführung").Fill("Form.Kind", "Transfer").Tick("Form.Categories", "Basic").SendAsync("send")));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        var refused = answers.Single(a => a.Status == HttpStatusCode.Conflict);
        // Whoever comes when the first is stored already finds its step on the way before anything else.
        Assert.Matches("schon eine (Abgabe unterwegs|offene Übergabe)", refused.Text);
        Assert.Contains("Federführung", refused.Document.QuerySelector("textarea[name='Form.Goal']")!.TextContent);
    }

    [Fact]
    public async Task Of_two_handovers_of_one_step_to_one_actor_sent_at_once_one_wins_and_the_other_is_told()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var colleague = await town.CoordinatorAsync("M. Yıldız");
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        using var one = host.Portal.VisitAs(brandt);
        using var other = host.Portal.VisitAs(colleague);
        var pages = new List<Page>();
        foreach (var sender in new[] { one, one, other, other })
            pages.Add(await sender.OpenAsync($"/cases/{path.Id}/handovers/new?to={weber.Actor!.Id}"));

        var answers = await Task.WhenAll(pages.Select(p => p.Form("form[action$='/handovers/new']")
            .Fill("Form.Goal", "Kooperationsplan").Tick("Form.Categories", "Basic").SendAsync("send")));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.Conflict), a =>
        {
            Assert.Contains("hat für diesen Schritt schon eine offene Übergabe", a.Text);
            Assert.Contains("Kooperationsplan", a.Document.QuerySelector("textarea[name='Form.Goal']")!.TextContent);
        });
        Assert.Equal(1, await host.Portal.AsAsync(brandt.Officer, db => db.Handovers.CountAsync(h => h.CaseId == path.Id)));
    }

    [Fact]
    public async Task The_database_holds_the_one_open_handover_of_a_step_by_itself()
    {
        var (_, path, weber, _) = await SentAsync();
        // Through the domain, which is not asked whether one is open already.
        var twice = await Assert.ThrowsAsync<DbUpdateException>(() => path.HandOverAsync(weber));
        Assert.Equal("handover_step_on_its_way", ((Npgsql.PostgresException)twice.InnerException!).ConstraintName);
    }

    [Fact]
    public async Task A_manager_acts_for_an_absent_colleague_and_the_page_says_so()
    {
        var (town, path, weber, handover) = await SentAsync();
        var manager = await town.UserAsync(Role.ActorManager, weber.Actor, "M. Leitner");
        var kaya = await town.UserAsync(Role.CaseWorker, weber.Actor, "J. Kaya");
        using var worker = host.Portal.VisitAs(weber);
        await (await worker.OpenAsync(handover.Address)).Form("form[action$='/take']").SubmitAsync();

        using var colleague = host.Portal.VisitAs(kaya);
        var seen = await colleague.OpenAsync(handover.Address);
        Assert.False(seen.Has("a[href$='/accept']"));
        using var leader = host.Portal.VisitAs(manager);
        Assert.Contains($"Die Übergabe liegt bei {weber.Name}; Sie handeln in Vertretung.", (await leader.OpenAsync(handover.Address)).Text);
        await (await leader.OpenAsync(handover.Address + "/accept")).Form("form[action$='/accept']").SubmitAsync();

        var accepted = await host.Portal.AsAsync(path.OpenedBy.Officer, db => db.CaseEvents.SingleAsync(e => e.HandoverId == handover.Id && e.Kind == Domain.CasePaths.CaseEventKind.HandoverAccepted));
        Assert.Equal((manager.Id, weber.Id), (accepted.UserId, accepted.InsteadOfUserId));
    }

    private async Task<(Town Town, TownCase Path, TestUser Weber, TownHandover Handover)> SentAsync(Action<HandoverSketch>? with = null)
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        return (town, path, weber, await path.HandOverAsync(weber, with));
    }
}
