using System.Net;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Cases;

public sealed partial class CasePageTests(PortalHost host)
{
    [Fact]
    public async Task The_page_answers_what_to_do_now_and_shows_path_facts_seers_and_timeline()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var id = await host.Portal.OpenCaseAsync(coordinator);
        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await visitor.GetAsync($"/cases/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Amina R. · K-", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Frau bevorzugt", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sie sind dran", page.Document.QuerySelector(".portal-now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((await host.Portal.PathAsync(coordinator, id)).Steps.Count, page.Document.QuerySelectorAll(".portal-step").Length);
        Assert.Contains("bis zur Übergabe Sie", page.Document.QuerySelector(".portal-path")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("alle Angaben", page.Document.QuerySelector("#who-sees-what")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("selbst erhoben", page.Document.QuerySelector("#who-sees-what")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fall angelegt", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Document.Title ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("[", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_are_over_are_folded_and_the_next_one_is_not()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        var over = (await path.SeenByAsync(brandt))!.Steps.OrderBy(s => s.Position).Take(2).ToList();
        foreach (var step in over)
            await path.OnAsync(brandt, (p, by) => p.Skip(step.Id, "schon anderswo getan", by, town.Calendar, town.Now));
        using var visitor = host.Portal.VisitAs(brandt);
        var page = await visitor.OpenAsync(path.Address);
        var fold = page.Document.QuerySelector("details.portal-behind")!;
        Assert.Equal("2 beendete Schritte", fold.QuerySelector("summary")!.TextContent);
        Assert.Equal(over.Select(s => $"step-{s.Id:N}"), fold.QuerySelectorAll(".portal-step").Select(s => s.Id));
        Assert.Null(page.Document.QuerySelector(".portal-step--current")!.Closest("details"));
    }

    [Fact]
    public async Task Windows_of_cases_are_told_apart_by_the_number_and_a_form_that_came_back_says_so_first()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina"));
        var number = (await path.SeenByAsync(brandt))!.Number;
        using var visitor = host.Portal.VisitAs(brandt);
        Assert.Equal($"{number} · Integrationsportal", (await visitor.OpenAsync(path.Address)).Document.Title);
        var asked = await visitor.OpenAsync($"{path.Address}/close");
        Assert.Equal($"Fall schließen · {number} · Integrationsportal", asked.Document.Title);
        Assert.Equal($"Fehler: Fall schließen · {number} · Integrationsportal", (await asked.Form("main form[method=post]").SendAsync()).Document.Title);
        Assert.DoesNotContain("Amina", (await visitor.OpenAsync($"{path.Address}/person/edit")).Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_is_recorded_and_a_refused_one_is_not()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, stranger) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var id = await host.Portal.OpenCaseAsync(coordinator);
        using var reader = await host.Portal.SignInAsync(coordinator);
        await reader.GetAsync($"/cases/{id}");
        await reader.GetAsync($"/cases/{id}/person");
        using var other = await host.Portal.SignInAsync(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/cases/{id}")).Status);

        var entries = await host.Portal.AsAsync(coordinator.Officer, db => db.AccessEntries.Where(a => a.CaseId == id).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Equal((coordinator.Id, AccessKind.Read), (e.UserId, e.Kind)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/person")]
    [InlineData("/person/edit")]
    [InlineData("/events")]
    [InlineData("/facts/new")]
    [InlineData("/consents/new")]
    [InlineData("/steps/new")]
    [InlineData("/templates/new")]
    public async Task Who_does_not_take_part_gets_404_and_no_hint_that_there_is_a_case(string page)
    {
        var town = await Town.CreateAsync(host.Portal);
        var id = await host.Portal.OpenCaseAsync(await town.CoordinatorAsync());
        var elsewhere = await (await Town.CreateAsync(host.Portal)).CoordinatorAsync();
        foreach (var stranger in new[] { await town.JobcenterAsync(), elsewhere })
        {
            using var visitor = await host.Portal.SignInAsync(stranger);
            var (real, invented) = (await visitor.GetAsync($"/cases/{id}{page}"), await visitor.GetAsync($"/cases/{Guid.NewGuid()}{page}"));
            Assert.Equal(HttpStatusCode.NotFound, real.Status);
            Assert.Equal(invented.Text, real.Text);
        }
    }

    [Fact]
    public async Task The_coordination_that_does_not_take_part_sees_the_path_and_no_person()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var id = await host.Portal.OpenCaseAsync(worker);
        await host.Portal.ChangeAsync(worker, id, (p, by, calendar, now) => p.Skip(p.Steps[0].Id, "Amina war schon dort", by, calendar, now));
        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await visitor.GetAsync($"/cases/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);
        Assert.Contains("Sie sehen nur den Weg", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has($"a[href='/cases/{id}/break-glass']"));
        Assert.False(page.Has(".portal-step form, .portal-now form, #timeline, #facts"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/cases/{id}/person")).Status);
    }

    [Fact]
    public async Task Why_a_step_is_blocked_is_read_by_those_who_take_part_and_not_by_a_coordination_that_only_looks()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var id = await host.Portal.OpenCaseAsync(worker);
        await host.Portal.ChangeAsync(worker, id, (p, by, calendar, now) => p.Block(p.Steps[0].Id, BlockReason.NoChildcare, "Kita erst im März", by, calendar, now));
        await host.Portal.ChangeAsync(worker, id, (p, by, calendar, now) => p.Block(p.Steps[3].Id, BlockReason.PersonUnreachable, null, by, calendar, now));
        using var inside = await host.Portal.SignInAsync(worker);
        var own = await inside.GetAsync($"/cases/{id}");
        Assert.Contains("Grund: keine Kinderbetreuung.", own.Document.QuerySelector(".portal-now")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("blockiert: Person nicht erreichbar", own.Text, StringComparison.Ordinal);

        using var outside = await host.Portal.SignInAsync(coordinator);
        var page = await outside.GetAsync($"/cases/{id}");
        Assert.Contains("Blockiert bei", page.Document.QuerySelector(".portal-now")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll(".portal-step--blocked .portal-muted"), s => Assert.EndsWith("· blockiert", s.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(2, page.Document.QuerySelectorAll(".portal-step--blocked").Length);
        Assert.DoesNotContain("Kinderbetreuung", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("erreichbar", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kita", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Kinderbetreuung", (await outside.GetAsync("/cases?view=all")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_that_is_over_tells_no_more_why_a_step_is_blocked_and_offers_nothing()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var path = await town.CaseAsync(worker);
        await path.OnAsync(worker, (p, by) => p.Block(p.Steps[0].Id, BlockReason.NoChildcare, null, by, town.Calendar, town.Now));
        // The nightly job has not ended it yet.
        await path.BreakGlassAsync(coordinator, town.Now.AddHours(-25));
        Assert.True((await path.SeenByAsync(coordinator))!.ParticipationOf(coordinator.Actor!.Id)!.IsActive);
        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await visitor.GetAsync(path.Address);
        Assert.Contains("Sie sehen nur den Weg", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kinderbetreuung", page.Body, StringComparison.Ordinal);
        Assert.False(page.Has(".portal-now form, .portal-now a, .portal-step form"));
    }

    [Fact]
    public async Task While_a_handover_is_open_the_own_step_keeps_its_buttons_and_its_deadline()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-90)));
        await path.HandOverAsync(weber);
        var step = (await path.SeenByAsync(brandt))!.Steps.MinBy(s => s.Position)!;
        var deed = $"{path.Address}/steps/{step.Id}";
        using var visitor = host.Portal.VisitAs(brandt);
        var page = await visitor.GetAsync(path.Address);
        // The card is about the handover, and still says that the own step is late.
        Assert.Contains("ist dran: Übergabe", page.Document.QuerySelector(".portal-now h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Bei Ihnen liegt „{step.TitleDe}“", page.Document.QuerySelector(".portal-now--late p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("überfällig", page.Document.QuerySelector(".portal-now--late p")!.TextContent, StringComparison.Ordinal);

        page = await page.Form($".portal-step form[action='{deed}/start']").SubmitAsync();
        Assert.Single(page.Document.QuerySelectorAll($"form[action='{deed}/finish']"));
        await page.Form($".portal-step form[action='{deed}/finish']").SubmitAsync();
        Assert.Equal(StepState.Done, (await path.SeenByAsync(brandt))!.Step(step.Id).State);
    }

    [Fact]
    public async Task What_the_card_offers_is_not_offered_twice()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var step = (await host.Portal.PathAsync(coordinator, id)).Steps.MinBy(s => s.Position)!.Id;
        var page = await (await visitor.GetAsync($"/cases/{id}")).Form($".portal-now form[action='/cases/{id}/steps/{step}/start']").SubmitAsync();
        Assert.True(page.Has($".portal-now form[action='/cases/{id}/steps/{step}/finish']"));
        Assert.False(page.Has(".portal-step form"));
    }

    [Fact]
    public async Task A_deadline_after_which_a_right_is_lost_says_so_on_the_case_and_on_its_step()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var id = (await town.CaseAsync(coordinator, c => c.Following("T11-FAM"))).Id;
        var steps = (await host.Portal.PathAsync(coordinator, id)).Steps;
        // AufenthG § 29 (2): after three months the family needs proof of livelihood and housing.
        var (hard, mild) = (steps.Single(s => s.TemplateKey == "T11.1"), steps.Single(s => s.TemplateKey == "T11.2"));
        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await visitor.GetAsync($"/cases/{id}");
        Assert.Equal("danach unwiederbringlich", page.Document.QuerySelector($"#step-{hard.Id:N} .portal-due__note--hard")!.TextContent);
        Assert.Single(page.Document.QuerySelectorAll(".portal-due__note--hard"));
        Assert.Contains("danach unwiederbringlich", (await visitor.GetAsync($"/cases/{id}/steps/{hard.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unwiederbringlich", (await visitor.GetAsync($"/cases/{id}/steps/{mild.Id}")).Text, StringComparison.Ordinal);

        await host.Portal.ChangeAsync(coordinator, id, (p, by, calendar, now) => p.Start(hard.Id, by, calendar, now));
        Assert.Contains("Danach unwiederbringlich.", (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector(".portal-now")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_shared_is_named_as_not_shared()
    {
        var town = await Town.CreateAsync(host.Portal);
        var authority = await town.ImmigrationAuthorityAsync();
        var id = await host.Portal.OpenCaseAsync(authority);
        using var visitor = await host.Portal.SignInAsync(authority);
        var page = await visitor.GetAsync($"/cases/{id}");
        Assert.Contains("Mit Ihrer Stelle nicht geteilt: Beratung", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.GetAsync($"/cases/{id}/facts/new?kind={FactKind.CounsellingNote}")).Status);
    }

    [Fact]
    public async Task The_latest_events_stand_on_the_page_and_all_on_pages_of_their_own()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var id = await host.Portal.OpenCaseAsync(coordinator);
        for (var i = 0; i < 15; i++)
        {
            await host.Portal.ChangeAsync(coordinator, id, (p, by, calendar, now) => p.Block(p.Steps[0].Id, BlockReason.Other, null, by, calendar, now));
            await host.Portal.ChangeAsync(coordinator, id, (p, by, calendar, now) => p.Start(p.Steps[0].Id, by, calendar, now));
        }

        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await visitor.GetAsync($"/cases/{id}");
        Assert.Equal(5, page.Document.QuerySelectorAll("#timeline ol > li").Length);
        var all = await visitor.GetAsync(page.Document.QuerySelector("#timeline a[href*='events']")!.GetAttribute("href")!);
        Assert.Equal(20, all.Document.QuerySelectorAll("main ol.portal-timeline > li").Length);
        var older = await visitor.GetAsync(all.Document.QuerySelector("main a[href*='events?before']")!.GetAttribute("href")!);
        Assert.Equal(11, older.Document.QuerySelectorAll("main ol.portal-timeline > li").Length);
        Assert.Contains("Fall angelegt", older.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handover_that_is_done_is_a_link_of_its_step_and_one_that_came_to_nothing_stays_until_its_step_is_over()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-20)));
        var declined = await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(-15)).Until(HandoverState.Declined));
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        Assert.True((await visitor.OpenAsync(path.Address)).Has($".portal-passing--late a[href='{declined.Address}']"));

        var done = await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(-10)).Until(HandoverState.Completed));
        var step = Assert.Single((await done.SeenByAsync(brandt))!.Steps).StepId;
        var page = await visitor.OpenAsync(path.Address);
        Assert.False(page.Has(".portal-passing"));
        Assert.Equal(StepState.Done, (await path.SeenByAsync(brandt))!.Step(step).State);
        Assert.Equal(done.Address, page.Document.QuerySelector($"#step-{step:N} .portal-muted a")!.GetAttribute("href"));
        Assert.Contains("abgelehnt", (await visitor.OpenAsync($"{path.Address}/events")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_day_of_the_page_is_written_alike()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-20)).With(FactKind.LanguageLevel, "Deutsch B1"));
        await path.HandOverAsync(weber, h => h.Sent(town.Now.AddDays(-12)));
        using var reader = host.Portal.VisitAs(weber);
        await reader.OpenAsync("/handovers");
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        var text = (await visitor.OpenAsync(path.Address)).Document.QuerySelector("main")!.TextContent;
        Assert.True(Day().Count(text) > 8);
        Assert.Equal([], OtherDay().Matches(text).Select(m => m.Value));
    }

    [Fact]
    public async Task Only_what_is_not_shared_is_left_out_and_said_in_words_that_are_no_category()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic));
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        var seers = (await visitor.OpenAsync(path.Address)).Document.QuerySelectorAll("#who-sees-what li");
        Assert.Equal(["alle Angaben", "Basis"], seers.SelectMany(s => s.QuerySelectorAll(".portal-pill")).Select(p => p.TextContent));
        Assert.EndsWith("sonst nichts", seers[1].QuerySelector(".portal-pills")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_page_has_no_German_words_of_the_interface()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var id = await host.Portal.OpenCaseAsync(coordinator);
        using var visitor = await host.Portal.SignInAsync(coordinator);
        visitor.Speaking("en");
        var page = await visitor.GetAsync($"/cases/{id}");
        Assert.Contains("Your turn", page.Text, StringComparison.Ordinal);
        Assert.Contains("Who sees what", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Federführung", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_timeline_calls_what_was_handed_over_by_its_English_name()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt);
        var handover = await path.HandOverAsync(weber, h => h.Until(HandoverState.Withdrawn));
        var step = Assert.Single((await handover.SeenByAsync(brandt))!.Steps).Title;
        Assert.NotEqual(step.De, step.En);
        using var visitor = host.Portal.VisitAs(brandt);
        foreach (var (language, title, other) in new[] { ("en", step.En, step.De), ("de", step.De, step.En) })
        {
            visitor.Speaking(language);
            foreach (var timeline in new[] { (await visitor.GetAsync(path.Address)).Document.QuerySelector("#timeline")!, (await visitor.GetAsync($"{path.Address}/events")).Document.QuerySelector("main")! })
            {
                Assert.Contains(title, timeline.TextContent, StringComparison.Ordinal);
                Assert.DoesNotContain(other, timeline.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"\b\d\d\.\d\d\.\d{4}\b")]
    private static partial Regex Day();

    /// <summary>Without its year, by its weekday, or with its month in words; a month alone is no day.</summary>
    [GeneratedRegex(@"\b\d\d?\.\d\d?\.(?!\d{4})|\b(Mo|Di|Mi|Do|Fr|Sa|So|\w+tag|Mittwoch), \d\S+|\b\d\d?\. \p{Lu}\p{Ll}+ \d{4}")]
    private static partial Regex OtherDay();
}
