using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.NewTemplates;

/// <summary>A further process is added to a running case, and everything that shows the case shows it.</summary>
public sealed class NewTemplatesTests(PortalHost host) : IAsyncLifetime
{
    private const string Add = "main form[method=post]";

    private Town town = null!;
    private TestUser brandt = null!;
    private TownCase path = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        path = await town.CaseAsync(brandt);
        visitor = host.Portal.VisitAs(brandt);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    private string New => $"{path.Address}/templates/new";

    [Fact]
    public async Task The_page_offers_what_is_valid_today_and_not_followed_with_scope_and_number_of_steps()
    {
        Assert.True((await visitor.OpenAsync(path.Address)).Has($"a[href='{New}']"));
        var page = await visitor.OpenAsync(New);
        var offered = page.Document.QuerySelectorAll("input[name=Template]").Select(i => i.GetAttribute("value")).ToList();
        Assert.Equal(town.Reference.TemplatesOn(GermanTime.DayOf(town.Now)).Select(t => t.Key).Where(k => k != "T2-RKW"), offered);
        var housing = town.Reference.Templates.Last(t => t.Key == "T12-WOHN");
        foreach (var told in new[] { housing.Name.De, housing.Scope.De, $"{housing.Steps.Count} Schritte", "Dieser Fall folgt schon: Rechtskreiswechsel" })
            Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Contains("This case already follows:", (await visitor.Speaking("en").OpenAsync(New)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_is_added_and_the_case_tells_of_both_in_both_languages()
    {
        var page = await (await visitor.OpenAsync(New)).Form(Add).Fill("Template", "T12-WOHN").SubmitAsync();
        var housing = town.Reference.Templates.Last(t => t.Key == "T12-WOHN");
        Assert.Contains($"Hinzugefügt: {housing.Name.De}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Weiterer Ablauf hinzugefügt: {housing.Name.De}", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"+ {housing.Name.De}", page.Document.QuerySelector("#path-title")!.TextContent, StringComparison.Ordinal);
        var heads = page.Document.QuerySelectorAll("h3.portal-process").Select(h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(2, heads.Count);
        Assert.StartsWith("Rechtskreiswechsel AsylbLG nach SGB II Vorlage T2-RKW, gültig ab ", heads[0], StringComparison.Ordinal);
        Assert.StartsWith($"{housing.Name.De} Vorlage T12-WOHN, gültig ab ", heads[1], StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("h4.portal-stage"));

        var seen = (await path.SeenByAsync(brandt))!;
        var steps = seen.Steps.Where(s => s.FurtherKey == "T12-WOHN").OrderBy(s => s.Position).ToList();
        Assert.Equal(["T12.1", "T12.2", "T12.3", "T12.4"], steps.Select(s => s.TemplateKey));
        Assert.All(steps, s => Assert.NotNull(s.DueOn));
        Assert.Equal([true, false, false, false], steps.Select(s => s.IsCurrent));
        // Its first step can be begun from the path, beside what the card above is about.
        Assert.True(page.Has($"#step-{steps[0].Id:N} form[action='{path.Address}/steps/{steps[0].Id}/start']"));
        Assert.False(page.Has($"#step-{steps[1].Id:N} form"));

        var english = await visitor.Speaking("en").OpenAsync(path.Address);
        Assert.Contains($"Further process added: {housing.Name.En}", english.Text, StringComparison.Ordinal);
        Assert.Contains($"Process {housing.Name.En}", await WordsAsync($"{path.Address}/steps/{steps[0].Id}"), StringComparison.Ordinal);
        var audited = await Walls.BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.Where(e => e.CaseId == path.Id && e.Table == "further_template").ToListAsync());
        Assert.Equal("Added", Assert.Single(audited).Change);
    }

    [Fact]
    public async Task The_list_names_all_and_is_filtered_by_each()
    {
        await path.FollowAsync(brandt, "T12-WOHN");
        var other = await town.CaseAsync(brandt, c => c.Following("T3-SPRACHE"));
        var (first, second) = (town.Reference.Templates.Last(t => t.Key == "T2-RKW"), town.Reference.Templates.Last(t => t.Key == "T12-WOHN"));
        foreach (var view in new[] { "view=own", "view=all", "lead=Us" })
        {
            foreach (var key in new[] { "T2-RKW", "T12-WOHN" })
            {
                var page = await visitor.OpenAsync($"/cases?{view}&template={key}");
                Assert.True(page.Has($"a[href='{path.Address}']"), $"{view} {key}");
                Assert.False(page.Has($"a[href='{other.Address}']"), $"{view} {key}");
            }

            var all = await visitor.OpenAsync($"/cases?{view}");
            Assert.Contains($"{first.Name.De} + {second.Name.De}", all.Text, StringComparison.Ordinal);
            Assert.True(all.Has($"a[href='{other.Address}']"));
        }
    }

    [Fact]
    public async Task The_worklist_has_the_first_step_of_each()
    {
        // So long ago that both are overdue; the steps behind them wait for nobody yet.
        var then = town.Now.AddYears(-1);
        var old = await town.CaseAsync(brandt, c => c.Opened(then));
        await old.OnAsync(brandt, (p, by) => p.AddTemplate(
            Guid.CreateVersion7(), town.Reference.Templates.Last(t => t.Key == "T12-WOHN"), by.ActorKind, by, town.Calendar, then));
        var rows = (await Worklist.Day.OfAsync(visitor)).Rows("Missed");
        Assert.Equal(2, rows.Count);
        foreach (var first in new[] { "T2.1", "T12.1" })
            Assert.Contains(rows, r => r.Contains((town.Reference.Templates.SelectMany(t => t.Steps).First(s => s.Key == first)).TitleDe, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_twice_it_is_added_once_also_at_the_same_moment()
    {
        var form = (await visitor.OpenAsync(New)).Form(Add).Fill("Template", "T12-WOHN");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(4, (await path.SeenByAsync(brandt))!.Steps.Count(s => s.FurtherKey is not null));
    }

    [Fact]
    public async Task Of_two_who_add_the_same_the_second_is_told_and_another_one_is_added_beside_it()
    {
        var (mine, theirs, third) = (await FormAsync(), await FormAsync(), await FormAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.Fill("Template", "T12-WOHN").SendAsync()).Status);
        var refused = await theirs.Fill("Template", "T12-WOHN").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("folgt dieser Fall schon", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await third.Fill("Template", "T3-SPRACHE").SendAsync()).Status);
        Assert.Equal(["T2-RKW", "T12-WOHN", "T3-SPRACHE"], (await path.SeenByAsync(brandt))!.Templates.Select(t => t.Key));
    }

    [Fact]
    public async Task Of_different_ones_added_at_the_same_moment_one_gets_in_and_the_other_is_told()
    {
        var forms = new[] { (await FormAsync()).Fill("Template", "T12-WOHN"), (await FormAsync()).Fill("Template", "T3-SPRACHE") };
        var (inside, told) = (0, 0);
        // Whether they meet is chance; whatever happens, what was told is what is there.
        foreach (var answer in await Task.WhenAll(forms.Select(f => f.SendAsync())))
            (inside, told) = (inside + (answer.Status == HttpStatusCode.SeeOther ? 1 : 0), told + (answer.Status == HttpStatusCode.Conflict ? 1 : 0));
        Assert.Equal(2, inside + told);
        var seen = (await path.SeenByAsync(brandt))!;
        Assert.Equal(inside, seen.FurtherTemplates.Count);
        Assert.Equal(seen.Steps.Count, seen.Steps.Select(s => s.Position).Distinct().Count());
    }

    [Fact]
    public async Task The_row_version_keeps_the_second_of_two_from_saving()
    {
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => path.OnAsync(brandt, async (p, by) =>
        {
            await path.FollowAsync(brandt, "T3-SPRACHE");
            p.AddTemplate(Guid.CreateVersion7(), town.Reference.Templates.Last(t => t.Key == "T12-WOHN"), by.ActorKind, by, town.Calendar, town.Now);
        }));
        Assert.Equal(["T2-RKW", "T3-SPRACHE"], (await path.SeenByAsync(brandt))!.Templates.Select(t => t.Key));
    }

    [Fact]
    public async Task A_case_that_is_over_takes_none_and_offers_none()
    {
        var form = await FormAsync();
        await path.OnAsync(brandt, (p, by) =>
        {
            foreach (var step in p.Steps.OrderBy(s => s.Position))
                p.Skip(step.Id, "Weggezogen.", by, town.Calendar, town.Now);
        });
        Assert.False((await visitor.OpenAsync(path.Address)).Has($"a[href='{New}']"));
        foreach (var answer in new[] { await visitor.GetAsync(New), await form.Fill("Template", "T12-WOHN").SendAsync() })
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains("Alle Schritte dieses Falls sind beendet", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("T13-PILOT")]
    [InlineData("T99")]
    [InlineData("0123456789012345678901234567890")]
    public async Task What_is_not_offered_is_not_added(string? template)
    {
        var form = await FormAsync();
        var answer = await (template is null ? form.Without("Template") : form.Force("Template", template)).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".portal-error-summary"));
        Assert.Empty((await path.SeenByAsync(brandt))!.FurtherTemplates);
    }

    [Fact]
    public async Task Who_takes_part_without_the_lead_is_refused_and_everybody_else_hears_of_no_such_case()
    {
        var partner = await town.WorkerAsync("jobcenter");
        await path.HandOverAsync(partner, h => h.Until(HandoverState.Accepted));
        using (var inside = host.Portal.VisitAs(partner))
        {
            Assert.False((await inside.OpenAsync(path.Address)).Has($"a[href='{New}']"));
            Assert.Equal(HttpStatusCode.Conflict, (await inside.GetAsync(New)).Status);
            Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(inside, New)).Status);
        }

        // The coordination that only looks, another office, another town, and an id that nobody has made.
        var theirs = await town.CaseAsync(partner);
        using var stranger = host.Portal.VisitAs(await town.WorkerAsync("mbe"));
        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        foreach (var (who, page) in new[] { (visitor, $"{theirs.Address}/templates/new"), (stranger, New), (elsewhere, New), (visitor, $"/cases/{Guid.CreateVersion7()}/templates/new") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(who, page)).Status);
        }

        Assert.Empty((await path.SeenByAsync(brandt))!.FurtherTemplates);
    }

    [Fact]
    public async Task A_step_of_the_second_process_ends_with_a_result_of_its_own_template_by_page_and_by_handover()
    {
        await path.FollowAsync(brandt, "T5-AUSB");
        await path.FollowAsync(brandt, "T4-ANERK");
        var decision = (await path.SeenByAsync(brandt))!.Steps.Single(s => s.TemplateKey == "T4.6");
        await path.OnAsync(brandt, (p, by) => p.Start(decision.Id, by, town.Calendar, town.Now));
        await (await visitor.OpenAsync($"{path.Address}/steps/{decision.Id}/finish")).Form(Add).Fill("Result", "partial").SubmitAsync();
        Assert.Equal("partial", (await path.SeenByAsync(brandt))!.Step(decision.Id).Result);

        var provider = await town.WorkerAsync("training_provider");
        var handover = await path.HandOverAsync(provider, h => h.Until(HandoverState.Arrived));
        using var receiver = host.Portal.VisitAs(provider);
        await (await receiver.OpenAsync($"{handover.Address}/complete")).Form("form[action$='/complete']")
            .Fill("Text", "Geselle seit Juli").Fill("Ends[0].Result", "passed").SubmitAsync();
        Assert.Contains((await path.SeenByAsync(brandt))!.Steps, s => s is { TemplateKey: "T5.7", Result: "passed" });
    }

    [Fact]
    public async Task Where_a_step_is_added_by_hand_the_processes_are_told_apart()
    {
        await path.FollowAsync(brandt, "T12-WOHN");
        var page = await visitor.OpenAsync($"{path.Address}/steps/new");
        Assert.Equal(2, page.Document.QuerySelectorAll("select[name=After] optgroup").Length);
        var last = (await path.SeenByAsync(brandt))!.Steps.Where(s => s.FurtherKey is null).MaxBy(s => s.Position)!;
        await page.Form(Add).Fill("Title", "Übersetzung").Fill("ResponsibleKind", "mbe").Fill("Length", "3").Fill("After", last.Id.ToString()).SubmitAsync();
        Assert.Null((await path.SeenByAsync(brandt))!.Steps.Single(s => s.TitleDe == "Übersetzung").FurtherKey);
    }

    private async Task<FilledForm> FormAsync() => (await visitor.OpenAsync(New)).Form(Add);

    /// <summary>The form as it would come from somebody who was never shown it.</summary>
    private static async Task<Page> SendAsync(Visitor who, string page)
    {
        var token = (await who.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await who.PostAsync(page, ("__RequestVerificationToken", token), ("Id", Guid.CreateVersion7().ToString()), ("Template", "T12-WOHN"));
    }

    private async Task<string> WordsAsync(string address) =>
        string.Join(' ', (await visitor.OpenAsync(address)).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
