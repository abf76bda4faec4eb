using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Features.Evaluation;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;

namespace IntegrationPortal.Web.Tests.Features.Programme;

/// <summary>A workshop from the plan to what its participants say together.</summary>
public sealed class WorkshopTests(PortalHost host)
{
    [Fact]
    public async Task It_is_planned_from_the_handbook_held_counted_and_its_result_is_safe()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        var page = await PlanAsync(pilot, facilitator, pilot.Today.AddDays(-3));
        var report = (await facilitator.OpenAsync($"{Path(page)}/report")).Form();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await report.SendAsync()).Status);
        var held = await report.Fill("Form.Counts[0].Count", "7").Fill("Form.Counts[6].Count", "4")
            .Fill("Form.Result", "## Vereinbart\n\n<script>alert(1)</script> [x](javascript:alert(1))").SubmitAsync();
        Assert.Contains("11 Teilnehmende", held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", held.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", held.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("11 Teilnehmende", (await facilitator.GetAsync(pilot.Here)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await facilitator.GetAsync($"{Path(held)}/cancel")).Status);

        await using var clerk = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.Evaluator));
        Assert.Equal(11L, await clerk.AskAsync<long>("select sum(participants) from programme.workshop_counts where pilot_id = $1", pilot.Id));
        await using var stranger = await Prompt.OpenAsync(host.Database.Application, Guid.CreateVersion7(), null, Guid.CreateVersion7(), nameof(Role.Coordinator));
        Assert.Equal(0L, await stranger.AskAsync<long>("select count(*) from programme.workshop_counts where pilot_id = $1", pilot.Id));
    }

    [Fact]
    public async Task One_that_is_still_to_come_is_moved_or_cancelled_with_a_reason()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        var page = await PlanAsync(pilot, coordinator, pilot.Today.AddDays(20));
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.GetAsync($"{Path(page)}/report")).Status);
        var moved = await (await coordinator.OpenAsync($"{Path(page)}/move")).Form().Fill("Form.Place", "Bürgerhaus").SubmitAsync();
        Assert.Contains("Bürgerhaus", moved.Text, StringComparison.Ordinal);
        var cancelled = await (await coordinator.OpenAsync($"{Path(page)}/cancel")).Form().Fill("Form.Reason", "Zu viele Absagen").SubmitAsync();
        Assert.Contains("Zu viele Absagen", cancelled.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.GetAsync($"{Path(page)}/move")).Status);
        using var stranger = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Path(page))).Status);
    }

    [Fact]
    public async Task Of_two_who_move_cancel_or_count_the_second_sees_what_the_first_has_saved()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        var here = Path(await PlanAsync(pilot, coordinator, pilot.Today.AddDays(-3)));
        var (move, cancel) = ((await coordinator.OpenAsync(here + "/move")).Form(), (await coordinator.OpenAsync(here + "/cancel")).Form());
        await (await coordinator.OpenAsync(here + "/move")).Form().Fill("Form.Place", "Bürgerhaus").SubmitAsync();
        var both = (await move.Fill("Form.Place", "Bücherei").SendAsync()).WithBoth("Form.Place", "Bücherei", "Bürgerhaus");
        Assert.Contains("Bücherei", (await both.SubmitAsync()).Text, StringComparison.Ordinal);
        var late = await cancel.Fill("Form.Reason", "Zu viele Absagen").SendAsync();
        late.WithTyped("Form.Reason", "Zu viele Absagen");
        Assert.Contains("Bücherei", late.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);

        await (await coordinator.OpenAsync(here + "/report")).Form().Fill("Form.Counts[0].Count", "7").Fill("Form.Result", "Gut.").SubmitAsync();
        // Corrected are the counts only; also of two who do that, one is told.
        var (first, second) = ((await coordinator.OpenAsync(here + "/report")).Form(), (await coordinator.OpenAsync(here + "/report")).Form());
        await first.Fill("Form.Counts[0].Count", "8").SubmitAsync();
        both = (await second.Fill("Form.Counts[0].Count", "9").SendAsync()).WithBoth("Form.Counts[0].Count", "9", "8");
        Assert.Contains("9 Teilnehmende", (await both.SubmitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_works_once_without_an_account_and_nothing_is_shown_before_five_have_answered()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        var page = await PlanAsync(pilot, facilitator, pilot.Today.AddDays(-3));
        page = await (await facilitator.OpenAsync($"{Path(page)}/report")).Form().Fill("Form.Counts[0].Count", "10").SubmitAsync();
        var slips = await page.Form("form[action$='/slips']").SubmitAsync();
        var links = slips.Document.QuerySelectorAll(".programme-slips a[rel=nofollow]").Select(l => new Uri(l.GetAttribute("href")!).PathAndQuery).ToList();
        Assert.Equal(10, links.Count);
        // Whoever holds the printed slip scans it: nobody types an address of a hundred letters.
        Assert.Equal(10, slips.Document.QuerySelectorAll(".programme-slips svg[role=img] path[d]").Length);
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains("noch nicht", (await facilitator.GetAsync(Path(page))).Text, StringComparison.Ordinal);
            using var participant = host.Portal.Visitor();
            var empty = await (await participant.OpenAsync(links[i])).Form().Fill("Form.Remark", " ").SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
            Assert.Contains("Kreuzen Sie etwas an", empty.Text, StringComparison.Ordinal);
            var form = (await participant.OpenAsync(links[i])).Form().Fill("Form.Ratings[0].Value", "4").Fill("Form.Remark", $"Bemerkung {i} <script>alert(1)</script>");
            Assert.Contains("Vielen Dank", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
            // The same form again, and the same link: too late.
            Assert.Equal(HttpStatusCode.Gone, (await form.SendAsync()).Status);
            Assert.Equal(HttpStatusCode.Gone, (await participant.GetAsync(links[i])).Status);
        }

        var shown = await facilitator.GetAsync(Path(page));
        Assert.Contains("4,0 von 5", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Bemerkung 3", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown.Body, StringComparison.Ordinal);

        // The sixth to the ninth change nothing: whoever looks before and after would know what they said. The tenth brings all five.
        for (var i = 5; i < 10; i++)
        {
            var before = await facilitator.GetAsync(Path(page));
            Assert.Contains("4,0 von 5", before.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Bemerkung 5", before.Text, StringComparison.Ordinal);
            using var participant = host.Portal.Visitor();
            await (await participant.OpenAsync(links[i])).Form().Fill("Form.Ratings[0].Value", "1").Fill("Form.Remark", $"Bemerkung {i}").SubmitAsync();
        }

        var ten = await facilitator.GetAsync(Path(page));
        Assert.Contains("2,5 von 5", ten.Text, StringComparison.Ordinal);
        Assert.Contains("Bemerkung 9", ten.Text, StringComparison.Ordinal);
        using var nobody = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await nobody.GetAsync("/feedback?token=erfunden")).Status);

        // Nobody reads or writes an answer with SQL of their own, not even whoever keeps the workshop.
        foreach (var (user, role) in new[] { (pilot.Facilitator.Id, Role.ProcessFacilitator), (pilot.Foundation.Id, Role.FoundationStaff) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, null, null, user, role.ToString(), pilot.Town.Now);
            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from feedback_answer"));
            await prompt.RefusedAsync("insert into feedback_answer (pilot_id, workshop_id, item_key, value) select pilot_id, id, 'heard', 5 from workshop where pilot_id = $1", pilot.Id);
            await prompt.RefusedAsync("update feedback_slip set is_used = false where pilot_id = $1", pilot.Id);
        }

        await using var elsewhere = await Prompt.OpenAsync(host.Database.Application, Guid.CreateVersion7(), null, Guid.CreateVersion7(), nameof(Role.Coordinator));
        Assert.Equal(0L, await elsewhere.AskAsync<long>("select count(*) from reading.feedback_of($1, $2)", pilot.Id, Guid.Parse(Path(page)[^36..])));
        Assert.Equal(0L, await elsewhere.AskAsync<long>("select count(*) from reading.pilot_baseline($1)", pilot.Id));
    }

    [Fact]
    public async Task When_more_participants_are_counted_later_there_are_slips_for_them_too()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        var page = await PlanAsync(pilot, facilitator, pilot.Today.AddDays(-3));
        page = await (await facilitator.OpenAsync($"{Path(page)}/report")).Form().Fill("Form.Counts[0].Count", "5").SubmitAsync();
        await page.Form("form[action$='/slips']").SubmitAsync();
        Assert.False((await facilitator.OpenAsync(Path(page))).Has("form[action$='/slips']"));
        page = await (await facilitator.OpenAsync($"{Path(page)}/report")).Form().Fill("Form.Counts[0].Count", "7").SubmitAsync();
        var slips = await page.Form("form[action$='/slips']").SubmitAsync();
        Assert.Equal(7, slips.Document.QuerySelectorAll(".programme-slips li").Length);
    }

    [Fact]
    public async Task Answers_from_before_the_rule_of_fives_stay_one_group_to_which_full_fives_are_added()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        var page = await PlanAsync(pilot, facilitator, pilot.Today.AddDays(-3));
        page = await (await facilitator.OpenAsync($"{Path(page)}/report")).Form().Fill("Form.Counts[0].Count", "12").SubmitAsync();
        await page.Form("form[action$='/slips']").SubmitAsync();
        var workshop = Guid.Parse(Path(page)[^36..]);
        await PublishedFigures.RunAsync(host.Superuser,
            $"insert into feedback_answer (pilot_id, workshop_id, item_key, value) select '{pilot.Id}', '{workshop}', 'heard', 4 from generate_series(1, 7)");
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, null, null, pilot.Facilitator.Id, nameof(Role.ProcessFacilitator), pilot.Town.Now);
        await prompt.RefusedAsync("select count(*) from reading.told_feedback($1, $2)", pilot.Id, workshop);
        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal("7 4.0", await prompt.AskAsync<string>("select answers || ' ' || average from reading.feedback_of($1, $2)", pilot.Id, workshop));
            Assert.True(await prompt.AskAsync<bool>("select reading.give_feedback($1, $2, $3, array['heard'], array[1], '')", pilot.Id, workshop, number));
        }

        Assert.Equal("12 2.8", await prompt.AskAsync<string>("select answers || ' ' || average from reading.feedback_of($1, $2)", pilot.Id, workshop));
    }

    [Fact]
    public async Task The_baseline_gives_counts_to_whom_the_pilot_concerns_and_steps_out_of_the_municipality_again()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        await pilot.Town.ActorAsync("jobcenter", "Jobcenter");
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, null, null, pilot.Facilitator.Id, nameof(Role.ProcessFacilitator), pilot.Town.Now);
        Assert.Equal(2, await prompt.AskAsync<int>("select actors from reading.pilot_baseline($1)", pilot.Id));
        Assert.Equal("", await prompt.AskAsync<string>("select current_setting('app.tenant')"));
        Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from actor"));
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        Assert.Contains("2 (Arten: 2)", (await facilitator.GetAsync($"{pilot.Here}/sheet")).Text, StringComparison.Ordinal);
        Assert.Contains(pilot.Town.Tenant.Name, (await facilitator.GetAsync("/programme/desk")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> PlanAsync(TownPilot pilot, Visitor by, DateOnly day)
    {
        var format = (await pilot.Town.Portal.AsNobodyAsync(db => db.FormatsAsync(default)))[0];
        return await (await by.OpenAsync($"{pilot.Here}/workshops/new")).Form()
            .Fill("Form.Format", format.Id.ToString()).Fill("Form.Day", $"{day:yyyy-MM-dd}").Fill("Form.Place", "Rathaus").Fill("Form.Moderation", "Prozessbegleitung").SubmitAsync();
    }

    private static string Path(Page page) => new Uri(new Uri("http://x"), page.Address).AbsolutePath;
}
