using System.Globalization;
using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.CaseSteps;

/// <summary>Where the law counts from an event, whoever begins, finishes the step before or takes it on may say its day; others are not asked.</summary>
public sealed class LawDeadlinePagesTests(PortalHost host)
{
    [Fact]
    public async Task Who_begins_says_since_when_it_runs_and_the_page_says_it()
    {
        var (town, brandt, path) = await CaseAsync("T11-FAM");
        var step = await StepAsync(path, brandt, "T11.1");
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        var page = await visitor.OpenAsync($"{path.Address}/steps/{step.Id}");
        Assert.Contains($"Frist läuft seit {Plain(Today(town))}", page.Text);
        Assert.Contains("3 Monate, höchstens 63 Arbeitstage", page.Text);
        Assert.False(page.Has($"form[action='{path.Address}/steps/{step.Id}/start']"));

        var asked = await visitor.OpenAsync($"{path.Address}/steps/{step.Id}/start");
        Assert.Contains("ab dem das Gesetz rechnet. AufenthG § 29 Abs. 2 Satz 2 Nr. 1: drei Monate nach unanfechtbarer Anerkennung.", asked.Text);
        Assert.Equal(Iso(Today(town)), asked.Document.QuerySelector("input[name=EventOn]")!.GetAttribute("value"));
        var known = Today(town).AddDays(-40);
        await asked.Form("main form[method=post]").Fill("EventOn", Iso(known)).SubmitAsync();

        var begun = await StepAsync(path, brandt, "T11.1");
        Assert.Equal((StepState.Active, Today(town), known), (begun.State, begun.StartedOn, begun.EventOn));
        var law = town.Calendar.Add(known, new LawPeriod(3, LawUnit.Month));
        var working = town.Calendar.Add(known, 63);
        Assert.Equal(law < working ? law : working, begun.DueOn);
        // On paper and on a phone no line ends between the sign and its number.
        Assert.Contains("§\u00A029", (await visitor.OpenAsync(path.Address)).Document.QuerySelector(".portal-due__note")!.ParentElement!.TextContent);
        Assert.DoesNotContain("§ ", (await visitor.OpenAsync(path.Address)).Document.QuerySelector("main")!.TextContent);
        Assert.Contains($"Frist läuft seit {Plain(known)}", (await visitor.OpenAsync($"{path.Address}/steps/{step.Id}")).Text);
        Assert.Contains($"Die Frist läuft seit {Plain(known)}.", (await visitor.OpenAsync(path.Address)).Document.QuerySelector(".portal-now")!.TextContent);
    }

    [Theory]
    [InlineData("0206-02-19", "Dieses Datum kann nicht stimmen")]
    [InlineData("2016-02-19", "höchstens 5 Jahre zurück")]
    [InlineData("2099-02-19", "nicht in der Zukunft")]
    [InlineData("9999-12-31", "Dieses Datum kann nicht stimmen")]
    [InlineData("gestern", "")]
    public async Task A_day_that_cannot_be_is_told_and_kept_and_begins_nothing(string day, string told)
    {
        var (_, brandt, path) = await CaseAsync("T11-FAM");
        var step = await StepAsync(path, brandt, "T11.1");
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        var again = await (await visitor.OpenAsync($"{path.Address}/steps/{step.Id}/start")).Form("main form[method=post]").Force("EventOn", day).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(day, again.Document.QuerySelector("input[name=EventOn]")!.GetAttribute("value"));
        Assert.Single(again.Document.QuerySelectorAll(".portal-error-summary li"));
        Assert.Contains(told, again.Document.QuerySelector(".portal-error-summary")!.TextContent);
        Assert.Equal(StepState.Planned, (await StepAsync(path, brandt, "T11.1")).State);
    }

    [Fact]
    public async Task Who_finishes_the_step_before_is_asked_for_the_next_and_only_there()
    {
        var (town, brandt, path) = await CaseAsync("T3-SPRACHE");
        var (before, other) = (await StepAsync(path, brandt, "T3.4"), await StepAsync(path, brandt, "T3.3"));
        foreach (var step in new[] { before, other })
            await path.OnAsync(brandt, (p, by) => p.Start(step.Id, by, town.Calendar, town.Now));
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        Assert.True((await visitor.OpenAsync($"{path.Address}/steps/{other.Id}")).Has($"form[action='{path.Address}/steps/{other.Id}/finish']"));
        Assert.False((await visitor.OpenAsync($"{path.Address}/steps/{before.Id}")).Has($"form[action='{path.Address}/steps/{before.Id}/finish']"));

        var asked = await visitor.OpenAsync($"{path.Address}/steps/{before.Id}/finish");
        Assert.Contains("Die Frist von „Kursbeginn“ läuft seit", asked.Text);
        var tomorrow = Iso(Today(town).AddDays(1));
        var again = await asked.Form("main form[method=post]").Fill("NextEventOn", tomorrow).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(tomorrow, again.Document.QuerySelector("input[name=NextEventOn]")!.GetAttribute("value"));
        Assert.Contains("nicht in der Zukunft", again.Text);
        Assert.Equal(StepState.Active, (await StepAsync(path, brandt, "T3.4")).State);

        var registered = Today(town).AddDays(-10);
        await again.Form("main form[method=post]").Fill("NextEventOn", Iso(registered)).SubmitAsync();
        Assert.Equal(StepState.Done, (await StepAsync(path, brandt, "T3.4")).State);
        Assert.Equal((StepState.Planned, registered), ((await StepAsync(path, brandt, "T3.5")) is var next ? (next.State, next.EventOn!.Value) : default));
    }

    [Fact]
    public async Task Who_takes_a_step_on_may_say_the_day_and_an_empty_one_leaves_it_running()
    {
        foreach (var says in new[] { false, true })
        {
            var town = await host.TownAsync();
            var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("mbe"));
            var opened = town.Now.AddDays(-40);
            var path = await town.CaseAsync(brandt, c => c.Following("T11-FAM").Opened(opened));
            var handover = await path.HandOverAsync(weber);
            using var visitor = host.Portal.VisitAs(weber).Speaking("de");
            var form = await visitor.OpenAsync($"{handover.Address}/accept");
            Assert.Contains("Seit wann läuft die Frist von „Fristwahrende Anzeige binnen 3 Monaten“?", form.Text);
            Assert.Equal("", form.Document.QuerySelector("input[name='Events[0].Day']")!.GetAttribute("value") ?? "");
            var tomorrow = Iso(Today(town).AddDays(1));
            var again = await form.Form("form[action$='/accept']").Fill("Events[0].Day", tomorrow).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Equal(tomorrow, again.Document.QuerySelector("input[name='Events[0].Day']")!.GetAttribute("value"));
            Assert.Equal(HandoverState.Sent, (await handover.SeenByAsync(weber))!.State);

            var known = Today(town).AddDays(-50);
            await again.Form("form[action$='/accept']").Fill("Events[0].Day", says ? Iso(known) : "").SubmitAsync();
            Assert.Equal(HandoverState.Accepted, (await handover.SeenByAsync(weber))!.State);
            var step = await StepAsync(path, weber, "T11.1");
            Assert.Equal((StepState.Active, says ? known : GermanTime.DayOf(opened)), (step.State, step.EventOn!.Value));
        }
    }

    [Fact]
    public async Task A_handover_of_other_steps_asks_for_no_such_day()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync());
        var handover = await (await town.CaseAsync(brandt)).HandOverAsync(weber);
        using var visitor = host.Portal.VisitAs(weber);
        Assert.False((await visitor.OpenAsync($"{handover.Address}/accept")).Has("input[name^='Events']"));
    }

    private async Task<(Town Town, TestUser Coordinator, TownCase Path)> CaseAsync(string template)
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        return (town, brandt, await town.CaseAsync(brandt, c => c.Following(template)));
    }

    private static async Task<CaseStep> StepAsync(TownCase path, TestUser by, string key) => (await path.SeenByAsync(by))!.Steps.Single(s => s.TemplateKey == key);

    private static DateOnly Today(Town town) => GermanTime.DayOf(town.Now);

    private static string Plain(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
