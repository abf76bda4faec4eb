using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Consents;

/// <summary>Withdrawing and something else at the same moment: the withdrawal is never refused, and nothing is left that rests on it.</summary>
public sealed class WithdrawalRacesTests(PortalHost host)
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Of_withdrawing_and_accepting_at_once_nobody_is_left_with_access()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var (town, path, writer) = await GivenAsync();
            var handover = await path.HandOverAsync(await town.WorkerAsync("jobcenter"));
            using var receiver = host.Portal.VisitAs(handover.Receiver);
            using (writer)
            {
                var accept = (await receiver.OpenAsync($"{handover.Address}/accept")).Form("form[action$='/accept']");
                var withdraw = await AskAsync(writer, path, handover.Receiver);
                var answers = await Task.WhenAll(accept.SendAsync(), withdraw.SendAsync());
                Assert.Contains(answers[0].Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.NotFound });
                Assert.Equal(HttpStatusCode.SeeOther, answers[1].Status);
                Assert.Null(await path.SeenByAsync(handover.Receiver));
                var state = (await handover.SeenByAsync(path.OpenedBy))!.State;
                Assert.Equal(answers[0].Status == HttpStatusCode.SeeOther ? HandoverState.Accepted : HandoverState.Withdrawn, state);
            }
        }
    }

    [Fact]
    public async Task Of_withdrawing_and_sending_at_once_no_handover_is_open_on_it()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var (town, path, writer) = await GivenAsync();
            var receiver = await town.WorkerAsync("jobcenter");
            await path.ConsentAsync(path.OpenedBy, receiver, DataCategory.Basic | DataCategory.Family);
            using var sender = host.Portal.VisitAs(path.OpenedBy);
            using (writer)
            {
                var send = (await sender.OpenAsync($"{path.Address}/handovers/new?to={receiver.Actor!.Id}")).Form("form[action$='/handovers/new']")
                    .Fill("Form.Goal", "Bitte übernehmen").Tick("Form.Categories", "Basic", "Family");
                var withdraw = await AskAsync(writer, path, receiver);
                var answers = await Task.WhenAll(send.SendAsync("send"), withdraw.SendAsync());
                Assert.Contains(answers[0].Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity });
                Assert.Equal(HttpStatusCode.SeeOther, answers[1].Status);
                Assert.Equal(0, await host.Portal.AsAsync(path.OpenedBy.Officer, db => db.Handovers.CountAsync(h => h.CaseId == path.Id && h.State == HandoverState.Sent)));
            }
        }
    }

    [Fact]
    public async Task Of_two_who_write_it_down_at_once_both_find_it_done_and_it_is_told_once()
    {
        var (town, path, writer) = await GivenAsync();
        var handover = await path.HandOverAsync(await town.WorkerAsync("jobcenter"), h => h.Until(HandoverState.Accepted));
        using var other = host.Portal.VisitAs(handover.Receiver);
        using (writer)
        {
            var forms = new[] { await AskAsync(writer, path, handover.Receiver), await AskAsync(other, path, handover.Receiver) };
            var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
            Assert.Equal(1, await host.Portal.AsAsync(path.OpenedBy.Officer, db => db.DeletionRequests.CountAsync(r => r.CaseId == path.Id)));
        }
    }

    private async Task<(Town Town, TownCase Path, Visitor Writer)> GivenAsync()
    {
        var town = await host.TownAsync();
        var path = await town.CaseAsync(await town.CoordinatorAsync());
        return (town, path, host.Portal.VisitAs(await town.CoordinatorAsync("K. Zweite")));
    }

    private static async Task<FilledForm> AskAsync(Visitor who, TownCase path, TestUser recipient) =>
        (await who.OpenAsync($"{path.Address}/consents/{await path.ConsentForAsync(recipient)}/withdraw")).Form(Form).Fill("Form.As", "Spoken");
}
