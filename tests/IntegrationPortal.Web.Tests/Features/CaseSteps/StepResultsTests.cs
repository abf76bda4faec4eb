using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.CaseSteps;

/// <summary>How a recognition or a training ended is asked for when the step is done, and told to those who take part.</summary>
public sealed class StepResultsTests(PortalHost host)
{
    [Fact]
    public async Task A_decision_is_finished_with_its_result_and_the_path_and_the_timeline_tell_it()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Following("T4-ANERK"));
        var step = (await path.SeenByAsync(brandt))!.Steps.Single(s => s.TemplateKey == "T4.6");
        await path.OnAsync(brandt, (p, by) => p.Start(step.Id, by, town.Calendar, town.Now));
        using var visitor = host.Portal.VisitAs(brandt);

        // The button leads to the question; sending nothing asks again and finishes nothing.
        var page = await visitor.OpenAsync($"{path.Address}/steps/{step.Id}");
        Assert.False(page.Has($"form[action='{path.Address}/steps/{step.Id}/finish']"));
        Assert.True(page.Has($"a[href='{path.Address}/steps/{step.Id}/finish']"));
        var asked = await visitor.OpenAsync($"{path.Address}/steps/{step.Id}/finish");
        Assert.Equal(["full", "partial", "measure", "negative"], asked.Document.QuerySelectorAll("input[name=Result]").Select(i => i.GetAttribute("value")));
        foreach (var nothing in new[] { null, "", "passed" })
        {
            var form = asked.Form("main form[method=post]");
            var again = await (nothing is null ? form.Without("Result") : form.Force("Result", nothing)).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Contains("Wählen Sie das Ergebnis aus.", again.Text);
        }

        Assert.Equal(StepState.Active, (await path.SeenByAsync(brandt))!.Step(step.Id).State);

        var done = await asked.Form("main form[method=post]").Fill("Result", "partial").SubmitAsync();
        Assert.Equal("partial", (await path.SeenByAsync(brandt))!.Step(step.Id).Result);
        Assert.Contains("teilweise Gleichwertigkeit", done.Document.QuerySelector($"#step-{step.Id:N}")!.TextContent);
        Assert.Contains("teilweise Gleichwertigkeit", (await visitor.OpenAsync($"{path.Address}/events")).Text);
        Assert.Contains("teilweise Gleichwertigkeit", (await visitor.OpenAsync($"{path.Address}/steps/{step.Id}")).Text);
    }

    [Fact]
    public async Task Who_does_not_take_part_sees_that_it_is_done_and_not_how_it_ended()
    {
        var town = await host.TownAsync();
        var (brandt, lead) = (await town.CoordinatorAsync(), await town.WorkerAsync("mbe"));
        var path = await town.CaseAsync(lead, c => c.Following("T5-AUSB"));
        var step = (await path.SeenByAsync(lead))!.Steps.Single(s => s.TemplateKey == "T5.7");
        await path.OnAsync(lead, (p, by) => p.Start(step.Id, by, town.Calendar, town.Now));
        await path.OnAsync(lead, (p, by) => p.Finish(step.Id, "ended_early", town.Reference.TemplateOf(p, step), by, town.Calendar, town.Now));
        using var visitor = host.Portal.VisitAs(brandt);
        var seen = await visitor.OpenAsync(path.Address);
        Assert.Contains("Ausbildungsbegleitung", seen.Text);
        Assert.DoesNotContain("vorzeitig beendet", seen.Text);
        using var own = host.Portal.VisitAs(lead);
        Assert.Contains("vorzeitig beendet", (await own.OpenAsync(path.Address)).Text);
    }

    [Fact]
    public async Task Completing_a_handover_asks_how_each_of_its_steps_ended()
    {
        var town = await host.TownAsync();
        var (brandt, provider) = (await town.CoordinatorAsync(), await town.WorkerAsync("training_provider"));
        var path = await town.CaseAsync(brandt, c => c.Following("T5-AUSB"));
        var handover = await path.HandOverAsync(provider, h => h.Until(HandoverState.Arrived));
        using var visitor = host.Portal.VisitAs(provider);
        var form = await visitor.OpenAsync($"{handover.Address}/complete");
        Assert.Contains("Wie ist es ausgegangen: Ausbildungsbegleitung", form.Text);

        var again = await form.Form("form[action$='/complete']").Fill("Text", "Geselle seit Juli").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Wählen Sie das Ergebnis von „Ausbildungsbegleitung", again.Text);
        Assert.Contains("Geselle seit Juli", again.Body);
        Assert.Equal(HandoverState.Arrived, (await handover.SeenByAsync(provider))!.State);

        // What was chosen is kept when something else is missing.
        var kept = await again.Form("form[action$='/complete']").Fill("Text", "").Fill("Ends[0].Result", "passed").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.Status);
        Assert.True(kept.Has("input[name='Ends[0].Result'][value=passed][checked]"));
        var done = await kept.Form("form[action$='/complete']").Fill("Text", "Geselle seit Juli").SubmitAsync();
        Assert.Contains("abgeschlossen", done.Text);
        var step = (await path.SeenByAsync(brandt))!.Steps.Single(s => s.TemplateKey == "T5.7");
        Assert.Equal((StepState.Done, "passed"), (step.State, step.Result));
    }

    [Fact]
    public async Task A_handover_of_steps_without_results_is_completed_with_the_report_alone()
    {
        var town = await host.TownAsync();
        var (brandt, jobcenter) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var handover = await (await town.CaseAsync(brandt)).HandOverAsync(jobcenter, h => h.Until(HandoverState.Arrived));
        using var visitor = host.Portal.VisitAs(jobcenter);
        var form = await visitor.OpenAsync($"{handover.Address}/complete");
        Assert.False(form.Has("input[name^='Ends']"));
        await form.Form("form[action$='/complete']").Fill("Text", "Bewilligt.").SubmitAsync();
        Assert.Equal(HandoverState.Completed, (await handover.SeenByAsync(jobcenter))!.State);
    }
}
