using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>What somebody tries with a sheet, or without one, and what happens at once.</summary>
public sealed class AnswerSheetAttackTests(PortalHost host)
{
    [Fact]
    public async Task Wrong_used_lapsed_withdrawn_and_replaced_get_the_same_page()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        async Task<TownSheet> PaperAsync() => await (await town.CaseAsync(brandt)).HandOverOnPaperAsync($"Jobcenter {Guid.NewGuid():N}");
        var (used, lapsed, withdrawn, replaced) = (await PaperAsync(), await PaperAsync(), await PaperAsync(), await PaperAsync());
        using var desk = host.Portal.Visitor();
        await Filled(await desk.OpenAsync($"{used.Address}/decline"), "decline").Fill("Reason", "Duplicate").Fill("Text", "Schon da").SubmitAsync();
        await lapsed.Handover.DoAsync(HandoverDeed.Expire);
        await withdrawn.Handover.DoAsync(HandoverDeed.Withdraw);
        await replaced.Handover.PrintAsync();

        string[] addresses = [used.Address, lapsed.Address, withdrawn.Address, replaced.Address, "/answer/0123456789ABCDEFGHJKMNPQRS", "/answer/x", $"/answer/{new string('A', 4000)}", "/answer/'--"];
        var bodies = new HashSet<string>();
        foreach (var address in addresses)
        {
            var page = await desk.GetAsync(address);
            Assert.True(page.Status == HttpStatusCode.Gone, $"{address}: {(int)page.Status}");
            bodies.Add(page.Document.QuerySelector("main")!.TextContent);
            Assert.Equal(HttpStatusCode.Gone, (await desk.GetAsync($"{address}/accept")).Status);
        }

        Assert.Single(bodies);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_a_foreign_page_cannot_send()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        using var desk = host.Portal.Visitor();
        foreach (var path in new[] { "", "/accept", "/decline", "/ask" })
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(paper.Address + path)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync($"{paper.Address}/accept", ("Id", $"{Guid.NewGuid()}"), ("Name", "A"), ("Function", "B"))).Status);
        Assert.Equal(HandoverState.Sent, (await paper.Handover.SeenByAsync(brandt))!.State);
    }

    [Fact]
    public async Task Of_two_holders_who_answer_at_once_one_answers()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        var paper = await path.HandOverOnPaperAsync();
        using var one = host.Portal.Visitor();
        using var other = host.Portal.Visitor();
        var forms = new[] { Filled(await one.OpenAsync($"{paper.Address}/accept"), "accept"), Filled(await other.OpenAsync($"{paper.Address}/accept"), "accept") };
        var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Gone], answers.Select(a => a.Status).Order());
        Assert.Single((await path.SeenByAsync(brandt))!.Participations, p => p.ActorId == paper.Handover.Receiver.Actor!.Id);
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_is_one_answer_and_both_are_thanked()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        using var desk = host.Portal.Visitor();
        var form = Filled(await desk.OpenAsync($"{paper.Address}/accept"), "accept");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal("/answer-thanks", a.Location));
        Assert.Equal(1, await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(
            e => e.HandoverId == paper.Handover.Id && e.Kind == Domain.CasePaths.CaseEventKind.HandoverAccepted)));
    }

    [Fact]
    public async Task Against_a_sender_who_withdraws_at_that_moment_one_of_the_two_wins()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        using var desk = host.Portal.Visitor();
        using var sender = host.Portal.VisitAs(brandt);
        var accept = Filled(await desk.OpenAsync($"{paper.Address}/accept"), "accept");
        var withdraw = (await sender.OpenAsync($"{paper.Handover.Address}/withdraw")).Form("form[action$='/withdraw']").Fill("Text", "Erledigt");
        var answers = await Task.WhenAll(accept.SendAsync(), withdraw.SendAsync());
        var state = (await paper.Handover.SeenByAsync(brandt))!.State;
        Assert.Equal(state == HandoverState.Accepted ? (HttpStatusCode.SeeOther, HttpStatusCode.Conflict) : (HttpStatusCode.Gone, HttpStatusCode.SeeOther), (answers[0].Status, answers[1].Status));
        Assert.True(state is HandoverState.Accepted or HandoverState.Withdrawn, $"{state}");
    }

    [Fact]
    public async Task Whoever_is_signed_in_lends_the_sheet_nothing()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina"));
        var paper = await path.HandOverOnPaperAsync();
        using var lead = host.Portal.VisitAs(brandt);
        var page = await lead.OpenAsync(paper.Address);
        Assert.DoesNotContain("Rahimi", page.Document.QuerySelector("main")!.TextContent);
        await Filled(await lead.OpenAsync($"{paper.Address}/accept"), "accept").SubmitAsync();
        var told = await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.SingleAsync(
            e => e.HandoverId == paper.Handover.Id && e.Kind == Domain.CasePaths.CaseEventKind.HandoverAccepted));
        Assert.Null(told.UserId);
        Assert.Equal(paper.Handover.Receiver.Actor!.Id, told.ActorId);
    }

    [Fact]
    public async Task An_actor_that_takes_part_already_gets_the_new_categories_beside_the_old()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic).Until(HandoverState.Accepted));
        var second = await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Status));
        var token = await second.PrintAsync();
        using var desk = host.Portal.Visitor();
        Assert.Contains("Ihre Antwort ist angekommen", (await Filled(await desk.OpenAsync($"/answer/{token}/accept"), "accept").SubmitAsync()).Text);
        Assert.Equal(DataCategory.Basic | DataCategory.Status, (await path.SeenByAsync(brandt))!.ParticipationOf(weber.Actor!.Id)!.Categories);
    }

    private static FilledForm Filled(Page page, string deed) => page.Form($"form[action$='/{deed}']").Fill("Name", "E. Muster").Fill("Function", "Annahme");
}
