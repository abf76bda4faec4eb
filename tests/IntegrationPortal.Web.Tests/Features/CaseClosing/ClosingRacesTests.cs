using System.Globalization;
using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseClosing;

/// <summary>Closing and something else at the same moment: one of the two happens, and the other is told.</summary>
public sealed class ClosingRacesTests(PortalHost host)
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Of_closing_and_sending_at_once_a_closed_case_has_no_handover_under_way()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var (town, path, sender, closer) = await GivenAsync();
            var receiver = await town.WorkerAsync("jobcenter");
            await path.ConsentAsync(path.OpenedBy, receiver, DataCategory.Basic);
            using (sender)
            using (closer)
            {
                var send = (await sender.OpenAsync($"{path.Address}/handovers/new?to={receiver.Actor!.Id}")).Form("form[action$='/handovers/new']")
                    .Fill("Form.Goal", "Bitte übernehmen").Tick("Form.Categories", "Basic");
                var answers = await Together(() => send.SendAsync("send"), CloseAsync(closer, path, town));
                await EitherAsync(path, answers);
            }
        }
    }

    [Fact]
    public async Task Of_closing_and_accepting_at_once_the_closing_waits_for_the_answer_or_finds_it()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var (town, path, sender, closer) = await GivenAsync();
            var handover = await path.HandOverAsync(await town.WorkerAsync("jobcenter"));
            using var receiver = host.Portal.VisitAs(handover.Receiver);
            using (sender)
            using (closer)
            {
                var accept = (await receiver.OpenAsync($"{handover.Address}/accept")).Form("form[action$='/accept']");
                var answers = await Together(() => accept.SendAsync(), CloseAsync(closer, path, town));
                Assert.Equal(HttpStatusCode.SeeOther, answers[0].Status);
                var seen = (await path.SeenByAsync(path.OpenedBy))!;
                // Closed after the acceptance, the jobcenter reads no more; otherwise it takes part.
                Assert.Equal(answers[1].Status == HttpStatusCode.SeeOther, seen.ClosedOn is not null);
                Assert.Equal(seen.ClosedOn is null, seen.ParticipationOf(handover.Receiver.Actor!.Id)!.IsActive);
            }
        }
    }

    [Fact]
    public async Task Of_closing_and_arriving_at_once_each_is_done_wholly_or_told()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var (town, path, sender, closer) = await GivenAsync();
            var handover = await path.HandOverAsync(await town.WorkerAsync("jobcenter"));
            using var receiver = host.Portal.VisitAs(handover.Receiver);
            await (await receiver.OpenAsync($"{handover.Address}/accept")).Form("form[action$='/accept']").SendAsync();
            using (sender)
            using (closer)
            {
                var arrive = (await receiver.OpenAsync(handover.Address)).Form("form[action$='/arrive']");
                var answers = await Together(() => arrive.SendAsync(), CloseAsync(closer, path, town));
                // Each takes rows the other wants, so PostgreSQL may end one of them: then nothing of it is there and it says so.
                Assert.Contains(HttpStatusCode.SeeOther, answers.Select(a => a.Status));
                Assert.All(answers, a => Assert.Contains(a.Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.NotFound }));
                var state = await host.Portal.AsAsync(path.OpenedBy.Officer, db => db.Handovers.Where(h => h.CaseId == path.Id).Select(h => h.State).SingleAsync());
                Assert.Equal(answers[0].Status == HttpStatusCode.SeeOther, state == HandoverState.Arrived);
                Assert.Equal(answers[1].Status == HttpStatusCode.SeeOther, (await path.SeenByAsync(path.OpenedBy))!.ClosedOn is not null);
            }
        }
    }

    [Fact]
    public async Task A_deed_of_a_page_from_before_is_refused_with_its_sentence()
    {
        var (town, path, before, closer) = await GivenAsync();
        using (before)
        using (closer)
        {
            var step = (await path.SeenByAsync(path.OpenedBy))!.Steps.MinBy(s => s.Position)!.Id;
            var skip = (await before.OpenAsync($"{path.Address}/steps/{step}/skip")).Form(Form).Fill("Reason", "nicht nötig");
            await CloseAsync(closer, path, town)();
            var answer = await skip.SendAsync();
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains($"seit dem {GermanTime.DayOf(town.Now):dd.MM.yyyy} geschlossen", answer.Text, StringComparison.Ordinal);
            Assert.Contains("nicht nötig", answer.Text, StringComparison.Ordinal);
        }
    }

    private async Task<(Town Town, TownCase Path, Visitor One, Visitor Other)> GivenAsync()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        return (town, path, host.Portal.VisitAs(brandt), host.Portal.VisitAs(await town.CoordinatorAsync("K. Zweite")));
    }

    private static Func<Task<Page>> CloseAsync(Visitor who, TownCase path, Town town)
    {
        // Sent without having looked: the page offers no form while a handover waits.
        return async () =>
        {
            var token = (await who.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return await who.PostAsync(
                $"{path.Address}/close", ("__RequestVerificationToken", token), ("Form.Reason", "OwnWish"), ("Form.On", GermanTime.DayOf(town.Now).ToString("O", CultureInfo.InvariantCulture)));
        };
    }

    private static Task<Page[]> Together(params Func<Task<Page>>[] deeds) => Task.WhenAll(deeds.Select(d => d()));

    private async Task EitherAsync(TownCase path, Page[] answers)
    {
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict }));
        var closed = (await path.SeenByAsync(path.OpenedBy))!.ClosedOn is not null;
        var open = await host.Portal.AsAsync(path.OpenedBy.Officer, db => db.Handovers.CountAsync(h => h.CaseId == path.Id && h.State == HandoverState.Sent));
        Assert.False(closed && open > 0);
        Assert.True(closed || open > 0);
    }
}
