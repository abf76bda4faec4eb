using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>Two offices are asked for one step: the first to accept has it, and the other does not take it unseen.</summary>
public sealed class OneStepTwoActorsTests(PortalHost host)
{
    [Fact]
    public async Task Of_two_actors_asked_for_one_step_the_second_is_told_that_it_is_elsewhere_and_can_say_no()
    {
        var (path, first, second) = await SentAsync();
        using var one = host.Portal.VisitAs(first.Receiver);
        using var other = host.Portal.VisitAs(second.Receiver);
        await (await one.OpenAsync(first.Address + "/accept")).Form("form[action$='/accept']").SubmitAsync();

        var refused = await (await other.OpenAsync(second.Address + "/accept")).Form("form[action$='/accept']").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("liegt inzwischen bei einer anderen Stelle als beim Senden", refused.Text);
        Assert.True(refused.Has("a[href$='/decline']"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path.Address)).Status);
        Assert.Equal(first.Receiver.Actor!.Id, await ResponsibleAsync(path, first));
    }

    [Fact]
    public async Task The_path_names_who_is_asked_until_one_has_accepted_and_then_that_one()
    {
        var (path, first, _) = await SentAsync();
        using var lead = host.Portal.VisitAs(path.OpenedBy);
        Assert.Contains("nach Annahme", (await lead.OpenAsync(path.Address)).Document.QuerySelector(".portal-path")!.TextContent);
        await first.DoAsync(HandoverDeed.Accept);
        var drawn = (await lead.OpenAsync(path.Address)).Document.QuerySelector(".portal-path")!.TextContent;
        Assert.DoesNotContain("nach Annahme", drawn);
        Assert.Contains(first.Receiver.Actor!.Name, drawn);
    }

    [Fact]
    public async Task Of_two_actors_that_accept_one_step_at_once_one_gets_it()
    {
        var (path, first, second) = await SentAsync();
        using var one = host.Portal.VisitAs(first.Receiver);
        using var other = host.Portal.VisitAs(second.Receiver);
        var forms = new[] { await one.OpenAsync(first.Address + "/accept"), await other.OpenAsync(second.Address + "/accept") };

        var answers = await Task.WhenAll(forms.Select(f => f.Form("form[action$='/accept']").SendAsync()));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        var winner = answers[0].Status == HttpStatusCode.SeeOther ? first.Receiver : second.Receiver;
        Assert.Equal(winner.Actor!.Id, await ResponsibleAsync(path, first));
        Assert.Equal([path.OpenedBy.Actor!.Id, winner.Actor.Id], (await path.SeenByAsync(winner))!.Participations.Select(p => p.ActorId).OrderBy(a => a == winner.Actor.Id));
    }

    private static async Task<Guid> ResponsibleAsync(TownCase path, TownHandover handover) =>
        (await path.SeenByAsync(path.OpenedBy))!.Step((await handover.SeenByAsync(handover.Sender))!.Steps[0].StepId).ResponsibleActorId;

    private async Task<(TownCase Path, TownHandover First, TownHandover Second)> SentAsync()
    {
        var town = await host.TownAsync();
        var path = await town.CaseAsync(await town.CoordinatorAsync());
        return (path, await path.HandOverAsync(await town.WorkerAsync("jobcenter")), await path.HandOverAsync(await town.WorkerAsync("jobcenter", "J. Kaya")));
    }
}
