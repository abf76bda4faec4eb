using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.SelfAssessments;

/// <summary>A self-assessment from the first statement to the plan, and who may see none of it.</summary>
public sealed class SelfAssessmentPagesTests(PortalHost host)
{
    private Questionnaires Questionnaires => host.Portal.Services.GetRequiredService<Questionnaires>();

    [Fact]
    public async Task Begun_answered_completed_planned_and_compared_with_the_baseline()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var coordinator = host.Portal.VisitAs(user);
        var first = await AnswerAsync(coordinator, "weltoffene-kommune", "None");
        Assert.Contains("Das ist Ihre Ausgangslage", first.Text, StringComparison.Ordinal);
        Assert.Equal(7, first.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.True(first.Has("figure svg polygon"));

        var planned = await (await coordinator.OpenAsync(first.Document.QuerySelector("a[href*='measures/new']")!.GetAttribute("href")!)).Form("main form")
            .Fill("Form.Text", "Konzept schreiben").Fill("Form.DueOn", "2099-01-31").SubmitAsync();
        Assert.Contains("Konzept schreiben", planned.Text, StringComparison.Ordinal);
        var done = await planned.Form("form[action$='/done']").SubmitAsync();
        Assert.Contains("erledigt am", done.Text, StringComparison.Ordinal);

        var second = await AnswerAsync(coordinator, "weltoffene-kommune", "Full");
        Assert.Contains("Management und Steuerung 100\u00A0% 0\u00A0% +100", string.Join(' ', second.Document.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.Children.Skip(1).Select(c => c.TextContent.Trim())))), StringComparison.Ordinal);
        Assert.True(second.Has("polygon.portal-radar__compared"));
    }

    [Fact]
    public async Task It_is_saved_at_any_time_and_a_stale_page_overwrites_nothing()
    {
        var town = await host.TownAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var open = await BeginAsync(coordinator, "welcoming");
        var address = open.Document.QuerySelector("main a[href*='/fields/']")!.GetAttribute("href")!;
        var (one, stale) = (await coordinator.OpenAsync(address), await coordinator.OpenAsync(address));
        await one.Form("main form").Fill("Form.Items[0].Level", "Partial").Fill("Form.Items[0].Evidence", "<script>alert(1)</script>").SubmitAsync();
        var late = await stale.Form("main form").Fill("Form.Items[0].Level", "Full").Fill("Form.Items[1].Evidence", "Protokoll").SendAsync();
        var both = late.WithBoth("Form.Items[0].Level", "Full", "trifft teilweise zu");
        Assert.Contains("Aussage 1: Antwort", late.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        late.WithTyped("Form.Items[1].Evidence", "Protokoll");
        var again = await coordinator.OpenAsync(address);
        Assert.Equal("Partial", again.Document.QuerySelector("input[name='Form.Items[0].Level'][checked]")!.GetAttribute("value"));
        Assert.DoesNotContain("<script>alert", again.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.PostAsync(new Uri(new Uri("http://x"), open.Address).AbsolutePath + "/complete", ("__RequestVerificationToken", Token(again)))).Status);
        var tooLong = await again.Form("main form").Force("Form.Items[1].Evidence", new string('x', 1001)).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains("1000", tooLong.Text, StringComparison.Ordinal);
        // To save all the same is a decision.
        Assert.Equal(HttpStatusCode.SeeOther, (await both.SendAsync()).Status);
        Assert.Contains("Protokoll", (await coordinator.OpenAsync(address)).Document.QuerySelector("#Form_Items_1__Evidence")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begun_twice_it_is_one_and_what_is_completed_is_frozen_also_for_a_page_from_before()
    {
        var town = await host.TownAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var start = (await coordinator.OpenAsync("/assessments")).Form("form[action='/assessments/start']");
        var (a, b) = (await start.SendAsync(), await start.SendAsync());
        Assert.Equal(a.Location, b.Location);
        var field = (await coordinator.OpenAsync(a.Location!)).Document.QuerySelector("main a[href*='/fields/']")!.GetAttribute("href")!;
        var before = await coordinator.OpenAsync(field);
        await FillAsync(coordinator, a.Location!, "Partial");
        await (await coordinator.OpenAsync(a.Location!)).Form("form[action$='/complete']").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await before.Form("main form").Fill("Form.Items[0].Level", "Full").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.GetAsync(field)).Status);
    }

    [Fact]
    public async Task Another_town_another_actor_and_other_roles_find_nothing()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var coordinator = host.Portal.VisitAs(user);
        var address = new Uri(new Uri("http://x"), (await BeginAsync(coordinator, "welcoming-cities")).Address).AbsolutePath;
        var elsewhere = await (await Town.CreateAsync(host.Portal, "Anderswo")).CoordinatorAsync();
        var employer = await town.UserAsync(Role.ActorManager, await town.ActorAsync("employer", "Bäckerei"), "B. Ofen");
        foreach (var (other, status) in new[] { (elsewhere, HttpStatusCode.NotFound), (employer, HttpStatusCode.NotFound), (await town.WorkerAsync(), HttpStatusCode.Forbidden), (await TestUser.CreateAsync(host.Portal, Role.FoundationStaff), HttpStatusCode.Forbidden) })
        {
            using var visitor = host.Portal.VisitAs(other);
            Assert.Equal(status, (await visitor.GetAsync(address)).Status);
            Assert.Equal(status, (await visitor.GetAsync(address + "/fields/leadership")).Status);
        }

        using var baker = host.Portal.VisitAs(employer);
        var own = await baker.OpenAsync("/assessments");
        Assert.Contains("Betriebe und Zugewanderte", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Willkommenskommune", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_raw_SQL_nobody_reads_anothers_or_thaws_what_is_frozen()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var coordinator = host.Portal.VisitAs(user);
        await AnswerAsync(coordinator, "welcoming", "Partial");
        var elsewhere = await (await Town.CreateAsync(host.Portal, "Anderswo")).CoordinatorAsync();
        var manager = await town.UserAsync(Role.ActorManager, await town.ActorAsync("jobcenter", "Jobcenter"), "M. Leitung");
        foreach (var officer in new[] { elsewhere.Officer, manager.Officer, user.Officer with { Role = Role.CaseWorker }, user.Officer with { Role = Role.FoundationStaff } })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var table in new[] { "self_assessment", "assessment_answer", "assessment_measure" })
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}") == 0, $"{officer.Role} sees {table}");
        }

        await using var own = await Prompt.OpenAsync(host.Database.Application, user.Officer);
        await own.InVainAsync("update self_assessment set completed_at = null");
        await own.InVainAsync("update assessment_answer set level = 'Full'");
        await own.RefusedAsync("update self_assessment set actor_id = actor_id");
        await own.InVainAsync("delete from assessment_answer");
        await own.RefusedAsync("insert into assessment_answer (tenant_id, assessment_id, item_key, level, kinds) select tenant_id, id, 'x', 'Full', 0 from self_assessment");
    }

    [Fact]
    public void Every_questionnaire_has_three_to_five_statements_in_each_field_in_both_languages_and_names_its_source()
    {
        Assert.Equal(["familiengerechte-kommune", "hire-immigrants", "welcoming", "welcoming-cities", "weltoffene-kommune"], Questionnaires.All.Select(q => q.Key));
        Assert.Equal(new[] { 6, 5, 7, 6, 7 }, Questionnaires.All.Select(q => q.Fields.Count));
        foreach (var questionnaire in Questionnaires.All)
        {
            Assert.All(questionnaire.Fields, f => Assert.InRange(f.Items.Count, 3, 5));
            var items = questionnaire.Fields.SelectMany(f => f.Items).ToList();
            Assert.Equal(items.Count, items.Select(i => i.Key).Distinct().Count());
            var words = items.SelectMany(i => new[] { i.TextDe, i.TextEn }).Concat(questionnaire.Fields.SelectMany(f => new[] { f.NameDe, f.NameEn }))
                .Concat([questionnaire.NameDe, questionnaire.NameEn, questionnaire.AboutDe, questionnaire.AboutEn, questionnaire.SourceDe, questionnaire.SourceEn]);
            Assert.All(words, w => Assert.False(string.IsNullOrWhiteSpace(w)));
        }
    }

    private static async Task<Page> BeginAsync(Visitor by, string questionnaire)
    {
        var list = await by.OpenAsync("/assessments");
        return await list.Form($"form[action='/assessments/start']:has(input[value={questionnaire}])").SubmitAsync();
    }

    /// <summary>Each statement answered in the same way, and completed.</summary>
    private static async Task<Page> AnswerAsync(Visitor by, string questionnaire, string level)
    {
        var address = new Uri(new Uri("http://x"), (await BeginAsync(by, questionnaire)).Address).AbsolutePath;
        await FillAsync(by, address, level);
        return await (await by.OpenAsync(address)).Form("form[action$='/complete']").SubmitAsync();
    }

    private static async Task FillAsync(Visitor by, string address, string level)
    {
        var fields = (await by.OpenAsync(address)).Document.QuerySelectorAll("main a[href*='/fields/']").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var field in fields)
        {
            var form = (await by.OpenAsync(field)).Form("main form");
            for (var i = 0; i < 3; i++)
                form.Fill($"Form.Items[{i}].Level", level);
            await form.SendAsync();
        }
    }

    private static string Token(Page page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
