using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseSteps;

public sealed class CaseStepsTests(PortalHost host)
{
    [Fact]
    public async Task A_step_is_started_blocked_goes_on_and_is_finished_from_its_page()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var step = $"/cases/{id}/steps/{(await host.Portal.PathAsync(coordinator, id)).Steps.MinBy(s => s.Position)!.Id}";
        await (await visitor.GetAsync(step)).Form($"form[action='{step}/start']").SubmitAsync();
        Assert.Equal(StepState.Active, await StateAsync(coordinator, id));

        var block = await visitor.GetAsync($"{step}/block");
        var again = await block.Form("main form[method=post]").Fill("More", "erst im Januar").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("erst im Januar", again.Body, StringComparison.Ordinal);
        var page = await again.Form("main form[method=post]").Fill("Why", "NoAppointment").SubmitAsync();
        Assert.Contains("kein Termin", page.Text, StringComparison.Ordinal);
        Assert.Contains("erst im Januar", page.Text, StringComparison.Ordinal);

        await (await visitor.GetAsync(step)).Form($"form[action='{step}/start']").SubmitAsync();
        Assert.Equal(StepState.Active, await StateAsync(coordinator, id));
        page = await (await visitor.GetAsync($"/cases/{id}")).Form($"form[action='{step}/finish']").SubmitAsync();
        Assert.Equal(StepState.Done, await StateAsync(coordinator, id));
        Assert.Contains("Erledigt:", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_page_is_told_why_and_nothing_happens_twice()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var step = $"/cases/{id}/steps/{(await host.Portal.PathAsync(coordinator, id)).Steps.MinBy(s => s.Position)!.Id}";
        var start = (await visitor.GetAsync(step)).Form($"form[action='{step}/start']");
        Assert.Equal(HttpStatusCode.SeeOther, (await start.SendAsync()).Status);
        var late = await start.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("ist „läuft“ und kann nicht auf", late.Text, StringComparison.Ordinal);

        var finish = (await visitor.GetAsync(step)).Form($"form[action='{step}/finish']");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => finish.SendAsync()));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.GetAsync($"{step}/skip")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("nicht\u0001nötig")]
    [InlineData("501")]
    public async Task A_step_is_skipped_with_a_reason_and_not_without(string reason)
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var step = $"/cases/{id}/steps/{(await host.Portal.PathAsync(coordinator, id)).Steps.MinBy(s => s.Position)!.Id}";
        var form = (await visitor.GetAsync($"{step}/skip")).Form("main form[method=post]");
        var refused = await form.Fill("Reason", reason == "501" ? new string('x', 501) : reason).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(StepState.Planned, await StateAsync(coordinator, id));

        var page = await refused.Form("main form[method=post]").Fill("Reason", "Schon erledigt, مرحبا <b>").SubmitAsync();
        Assert.Contains("Schon erledigt, مرحبا <b>", page.Text, StringComparison.Ordinal);
        Assert.Equal(StepState.Skipped, await StateAsync(coordinator, id));
    }

    [Fact]
    public async Task A_step_is_added_once_where_it_was_put()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var first = (await host.Portal.PathAsync(coordinator, id)).Steps.MinBy(s => s.Position)!.Id;
        var form = (await visitor.GetAsync($"/cases/{id}/steps/new")).Form("main form[method=post]")
            .Fill("Title", "Geburtsurkunde übersetzen").Fill("ResponsibleKind", "mbe").Fill("Length", "3").Fill("After", first.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        var steps = (await host.Portal.PathAsync(coordinator, id)).Steps.OrderBy(s => s.Position).ToList();
        Assert.Equal("Geburtsurkunde übersetzen", steps[1].TitleDe);
        Assert.Single(steps, s => s.TitleDe == "Geburtsurkunde übersetzen");
    }

    [Fact]
    public async Task What_the_coordination_adds_to_a_case_of_another_is_the_leads_own_where_its_kind_fits()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.AsTransfer().Until(HandoverState.Accepted));
        using var visitor = host.Portal.VisitAs(brandt);
        foreach (var kind in new[] { "jobcenter", "mbe" })
        {
            await (await visitor.GetAsync($"/cases/{path.Id}/steps/new")).Form("main form[method=post]")
                .Fill("Title", $"Schritt für {kind}").Fill("ResponsibleKind", kind).Fill("Length", "3").SubmitAsync();
        }

        var added = (await path.SeenByAsync(brandt))!.Steps.Where(s => s.TemplateKey is null).OrderBy(s => s.Position).ToList();
        Assert.Equal([false, true], added.Select(s => s.StandsIn));
        Assert.All(added, s => Assert.Equal(weber.Actor!.Id, s.ResponsibleActorId));
    }

    [Theory]
    [InlineData("Title", "Termin für Frau Rahimi")]
    [InlineData("LegalBasis", "Bescheid an amina")]
    public async Task A_step_that_names_the_person_is_refused_since_more_read_it_than_know_the_name(string field, string value)
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var form = (await visitor.GetAsync($"/cases/{id}/steps/new")).Form("main form[method=post]")
            .Fill("Title", "Termin").Fill("ResponsibleKind", "mbe").Fill("Length", "3").Fill(field, value);
        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Hier steht der Name der Person", refused.Document.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        await form.Fill(field, "Termin für die Person").SubmitAsync();
        Assert.Single((await host.Portal.PathAsync(coordinator, id)).Steps, s => s.TemplateKey is null);
    }

    [Fact]
    public async Task A_double_click_adds_one_step_and_leads_there_both_times()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var form = (await visitor.GetAsync($"/cases/{id}/steps/new")).Form("main form[method=post]")
            .Fill("Title", "Übersetzen").Fill("ResponsibleKind", "mbe").Fill("Length", "3");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Single((await host.Portal.PathAsync(coordinator, id)).Steps, s => s.TemplateKey is null);
    }

    [Fact]
    public async Task Reading_a_step_is_recorded()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        await visitor.GetAsync($"/cases/{id}/steps/{(await host.Portal.PathAsync(coordinator, id)).Steps[0].Id}");
        var entry = Assert.Single(await host.Portal.AsAsync(coordinator.Officer, db => db.AccessEntries.Where(a => a.CaseId == id).ToListAsync()));
        Assert.Equal((coordinator.Id, AccessKind.Read), (entry.UserId, entry.Kind));
    }

    [Fact]
    public async Task Whoever_skips_or_blocks_is_told_that_no_names_belong_there()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var step = $"/cases/{id}/steps/{(await host.Portal.PathAsync(coordinator, id)).Steps.MinBy(s => s.Position)!.Id}";
        foreach (var form in new[] { "/skip", "/block" })
        {
            Assert.Contains("Ohne Namen", (await visitor.Speaking("de").GetAsync(step + form)).Text, StringComparison.Ordinal);
            Assert.Contains("No names", (await visitor.Speaking("en").GetAsync(step + form)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Title", "")]
    [InlineData("Title", "a\u0001b")]
    [InlineData("ResponsibleKind", "nobody")]
    [InlineData("Length", "0")]
    [InlineData("Length", "2001")]
    [InlineData("Length", "drei")]
    [InlineData("Length", "99999999999999")]
    [InlineData("After", "00000000-0000-0000-0000-000000000001")]
    [InlineData("After", "x")]
    public async Task What_does_not_fit_in_an_added_step_is_told(string field, string value)
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var answer = await (await visitor.GetAsync($"/cases/{id}/steps/new")).Form("main form[method=post]")
            .Fill("Title", "Übersetzung").Fill("ResponsibleKind", "mbe").Fill("Length", "3").Force(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".portal-error-summary"));
    }

    private async Task<StepState> StateAsync(TestUser user, Guid caseId) => (await host.Portal.PathAsync(user, caseId)).Steps.MinBy(s => s.Position)!.State;
}
