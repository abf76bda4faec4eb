using System.Globalization;
using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseSteps;

/// <summary>A wrong click on a step is not for ever, and what was done earlier says when.</summary>
public sealed class ReopenedStepsTests(PortalHost host)
{
    [Fact]
    public async Task A_step_that_was_ended_by_mistake_is_reopened_with_a_reason_that_stands_in_the_timeline()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var step = $"/cases/{id}/steps/{(await host.Portal.PathAsync(coordinator, id)).Steps[0].Id}";
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.GetAsync($"{step}/reopen")).Status);
        await (await visitor.GetAsync($"{step}/skip")).Form("main form[method=post]").Fill("Reason", "nicht nötig").SubmitAsync();

        var ask = await visitor.GetAsync((await visitor.GetAsync(step)).Document.QuerySelector("main a[href$='/reopen']")!.GetAttribute("href")!);
        var refused = await ask.Form("main form[method=post]").Fill("Reason", " ").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var form = refused.Form("main form[method=post]").Fill("Reason", "Verklickt");
        var page = await form.SubmitAsync();
        Assert.Contains("Wieder geöffnet:", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Verklickt", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        var reopened = (await host.Portal.PathAsync(coordinator, id)).Steps[0];
        Assert.Equal((StepState.Planned, null, null), (reopened.State, reopened.Reason, reopened.EndedOn));
        // It is open again, so a second sending reopens nothing.
        Assert.Equal(HttpStatusCode.Conflict, (await form.SendAsync()).Status);
    }

    [Fact]
    public async Task Nobody_reopens_what_a_later_handover_rests_on_until_it_is_back()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt);
        var step = (await path.SeenByAsync(brandt))!.Steps.MinBy(s => s.Position)!.Id;
        await path.OnAsync(brandt, (p, by) => p.Skip(step, "nicht nötig", by, town.Calendar, town.Now));
        var handover = await path.HandOverAsync(weber);
        using var visitor = host.Portal.VisitAs(brandt);
        var address = $"{path.Address}/steps/{step}";
        Assert.False((await visitor.GetAsync(address)).Has("main a[href$='/reopen']"));
        Assert.Contains("Darauf verlässt sich eine andere Stelle", (await visitor.GetAsync($"{address}/reopen")).Text, StringComparison.Ordinal);

        await handover.DoAsync(HandoverDeed.Withdraw);
        await (await visitor.GetAsync($"{address}/reopen")).Form("main form[method=post]").Fill("Reason", "Verklickt").SubmitAsync();
        Assert.True((await path.SeenByAsync(brandt))!.Step(step).State.IsOpen());
    }

    [Fact]
    public async Task A_result_can_be_mended_and_the_timeline_keeps_both()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Following("T5-AUSB"));
        var step = (await path.SeenByAsync(brandt))!.Steps.Single(s => s.TemplateKey == "T5.7").Id;
        await path.OnAsync(brandt, (p, by) => p.Start(step, by, town.Calendar, town.Now));
        using var visitor = host.Portal.VisitAs(brandt);
        var address = $"{path.Address}/steps/{step}";
        var results = (await visitor.GetAsync($"{address}/finish")).Document.QuerySelectorAll("input[name=Result]").Select(r => r.GetAttribute("value")!).ToList();
        await (await visitor.GetAsync($"{address}/finish")).Form("main form[method=post]").Fill("Result", results[0]).SubmitAsync();
        await (await visitor.GetAsync($"{address}/reopen")).Form("main form[method=post]").Fill("Reason", "Falsches Ergebnis").SubmitAsync();
        var page = await (await visitor.GetAsync($"{address}/finish")).Form("main form[method=post]").Fill("Result", results[1]).SubmitAsync();
        var row = (await path.SeenByAsync(brandt))!.Step(step);
        Assert.Equal((StepState.Done, results[1]), (row.State, row.Result));
        foreach (var result in results.Take(2))
            Assert.Contains(town.Reference.ResultOf((await path.SeenByAsync(brandt))!, row, result)!.Value.De, page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_earlier_says_its_day_and_when_it_was_written_down()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-9)));
        var step = (await path.SeenByAsync(brandt))!.Steps.MinBy(s => s.Position)!.Id;
        await path.OnAsync(brandt, (p, by) => p.Start(step, by, town.Calendar, town.Now));
        using var visitor = host.Portal.VisitAs(brandt);
        var link = (await visitor.GetAsync($"{path.Address}/steps/{step}")).Document.QuerySelector("main a[href$='/finish']")!.GetAttribute("href")!;
        var (today, day) = (GermanTime.DayOf(town.Now), GermanTime.DayOf(town.Now.AddDays(-4)));
        foreach (var (wrong, told) in new[] { (today.AddDays(1), "liegt in der Zukunft"), (today.AddDays(-30), "gab es den Fall noch nicht") })
        {
            var refused = await (await visitor.GetAsync(link)).Form("main form[method=post]").Fill("On", Iso(wrong)).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(told, refused.Document.QuerySelector("#On-error")!.TextContent, StringComparison.Ordinal);
        }

        var page = await (await visitor.GetAsync(link)).Form("main form[method=post]").Fill("On", Iso(day)).SubmitAsync();
        var row = (await path.SeenByAsync(brandt))!.Step(step);
        Assert.Equal((StepState.Done, day, day), (row.State, row.StartedOn, row.EndedOn));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"erfasst am {today:dd.MM.yyyy}"), page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        var written = await host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.SingleAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.StepFinished));
        Assert.Equal(day, GermanTime.DayOf(written.HappenedAt));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
