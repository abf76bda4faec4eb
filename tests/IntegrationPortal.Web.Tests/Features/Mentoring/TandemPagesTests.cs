using System.Net;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>From the wish to the end, on the pages of the coordination and of the volunteer.</summary>
public sealed class TandemPagesTests(PortalHost host)
{
    [Fact]
    public async Task The_light_is_told_by_shape_and_word_and_mentoring_comes_first_for_whom_it_is_the_work()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.SessionAsync(await initiative.TandemAsync(), light: TrafficLight.Unsure);
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var light = (await coordinator.OpenAsync("/mentoring")).Document.QuerySelector("td .portal-light")!;
        Assert.NotNull(light.QuerySelector("svg[aria-hidden=true] path"));
        Assert.Equal("unsicher", light.TextContent.Trim());
        Assert.Equal(["mentoring", "cases"], (await coordinator.OpenAsync("/worklist")).Document.QuerySelectorAll("main h2").Take(2).Select(h => h.Id));
    }

    [Fact]
    public async Task From_a_wish_to_the_end_on_the_pages()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var requests = await (await coordinator.GetAsync("/mentoring/requests/new")).Form("main form[method=post]")
            .Fill("Form.CalledName", "Samira").Fill("Form.Goals", "Radfahren lernen").Fill("Form.Wish", "Eine Frau, die Zeit hat").SubmitAsync();
        var open = await coordinator.GetAsync(requests.Document.QuerySelector("a[href*='/mentoring/tandems/new']")!.GetAttribute("href")!);
        var tandem = await open.Form("main form[method=post]").SubmitAsync();
        Assert.Equal("Samira", tandem.Heading);
        var proposed = await (await coordinator.GetAsync($"{tandem.Address}/propose")).Form("main form[method=post]").Fill("Form.VolunteerId", initiative.VolunteerId.ToString()).SubmitAsync();
        Assert.Contains("Die Patin oder der Pate ist noch nicht einverstanden", proposed.Text, StringComparison.Ordinal);

        // No name before both have agreed: not on the list, not on the card.
        var proposal = await mentor.GetAsync(tandem.Address);
        Assert.Contains("Radfahren lernen", proposal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Samira", proposal.Body + (await mentor.GetAsync("/mentoring")).Body + (await mentor.GetAsync("/worklist")).Body, StringComparison.Ordinal);
        await proposal.Form("form[action$='/agree']").SendAsync();
        await (await coordinator.GetAsync(tandem.Address)).Form("form[action$='/agree-mentees']").SendAsync();
        var trial = await (await coordinator.GetAsync(tandem.Address)).Form("form[action$='/begin-trial']").SubmitAsync();
        Assert.Contains("Die Probezeit dauert 3 Treffen", trial.Text, StringComparison.Ordinal);

        var card = await mentor.GetAsync(tandem.Address);
        Assert.Equal("Samira", card.Heading);
        Assert.DoesNotContain("Eine Frau, die Zeit hat", card.Body, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
            await initiative.SessionAsync(Guid.Parse(tandem.Address.Split('/')[^1]));
        await (await coordinator.GetAsync($"{tandem.Address}/confirm")).Form("main form[method=post]").Fill("Form.Feedback", "Beide möchten weitermachen.").SendAsync();
        var ending = await (await mentor.GetAsync(tandem.Address)).Form("form[action$='/begin-ending']").SubmitAsync();
        Assert.Contains("Abschluss", ending.Text, StringComparison.Ordinal);

        // What became of the goal is asked for, and nothing typed is lost.
        var asked = await (await coordinator.GetAsync($"{tandem.Address}/end")).Form("main form[method=post]").Fill("Form.Reason", "NoTime").Fill("Form.Text", "Kaffee im Park").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Sagen Sie, was aus dem Ziel „Radfahren lernen“ geworden ist.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Kaffee im Park", asked.Body, StringComparison.Ordinal);
        var over = await asked.Form("main form[method=post]").Fill("Form.Goals[0].Result", "Partly").SubmitAsync();
        Assert.Contains("keine Zeit mehr", over.Text, StringComparison.Ordinal);
        Assert.Contains("Radfahren lernen – teilweise erreicht", over.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mentor.GetAsync(tandem.Address)).Status);
    }

    [Fact]
    public async Task What_a_rule_forbids_is_answered_with_its_sentence()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var withMinor = await initiative.TandemAsync(TandemState.Proposed, minor: true);
        await initiative.OnAsync(withMinor, (file, by) =>
        {
            file.Tandem.Agree(file.Mentor!, by, initiative.Town.Now);
            file.Tandem.AgreeForMentees(by, initiative.Town.Now);
        });
        var page = await coordinator.GetAsync($"/mentoring/tandems/{withMinor}");
        Assert.Contains("Führungszeugnis", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("form[action$='/begin-trial']"));
        var refused = await PostAsync(coordinator, $"/mentoring/tandems/{withMinor}/begin-trial");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Mit Minderjährigen beginnt nichts", refused.Text, StringComparison.Ordinal);

        var interested = await initiative.VolunteerAsync(admitted: false);
        Assert.Contains("Ehrenamtsvereinbarung", (await PostAsync(coordinator, $"/mentoring/volunteers/{interested}/admit")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(coordinator, $"/mentoring/volunteers/{initiative.VolunteerId}/leave")).Status);
    }

    [Theory]
    [InlineData("agree-mentees")]
    [InlineData("agree")]
    [InlineData("turn-down")]
    public async Task What_the_coordination_says_for_others_is_about_the_mentor_that_its_page_showed(string said)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(TandemState.Proposed);
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var stale = await coordinator.GetAsync($"/mentoring/tandems/{tandem}");
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.TurnDown(by, initiative.Town.Now));
        var other = await initiative.VolunteerAsync();
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.Propose(file.Mentor!, by, initiative.Town.Now), other);

        Assert.Equal(HttpStatusCode.Conflict, (await stale.Form($"form[action$='/{said}']").SendAsync()).Status);
        var stands = (await initiative.AsCoordinatorAsync(db => db.TakeTandemAsync(tandem, default)))!.Tandem;
        Assert.Equal((TandemState.Proposed, other, null, null), (stands.State, stands.Mentor!.VolunteerId, stands.Mentor.AgreedOn, stands.Mentees[0].AgreedOn));
        await (await coordinator.GetAsync($"/mentoring/tandems/{tandem}")).Form($"form[action$='/{said}']").SubmitAsync();
    }

    [Fact]
    public async Task With_a_minor_and_without_a_valid_certificate_a_tandem_stands_on_the_overview_and_does_not_go_on_after_a_pause()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await NoteAsync(initiative, true);
        var tandem = await initiative.TandemAsync(minor: true);
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.Pause(by, initiative.Town.Now));
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        const string Title = "Begleitung mit Minderjährigen ohne gültigen Nachweis";
        Assert.DoesNotContain(Title, (await coordinator.GetAsync("/mentoring")).Text, StringComparison.Ordinal);
        var stale = await coordinator.GetAsync($"/mentoring/tandems/{tandem}");

        await NoteAsync(initiative, false);
        Assert.Contains("Amina", (await coordinator.GetAsync("/mentoring")).Document.QuerySelector("section[aria-labelledby=unproven]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ohne gültigen Nachweis", (await coordinator.GetAsync("/worklist")).Text, StringComparison.Ordinal);
        var page = await coordinator.GetAsync($"/mentoring/tandems/{tandem}");
        Assert.Contains(Title, page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("form[action$='/resume']"));
        Assert.Contains("geht nichts weiter", (await stale.Form("form[action$='/resume']").SendAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2031", (await coordinator.GetAsync($"/mentoring/volunteers/{initiative.VolunteerId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tandem_that_is_ending_stands_first_and_who_came_forward_stands_on_the_overview()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.SessionAsync(await initiative.TandemAsync(mentee: "Rot"), light: TrafficLight.NeedsCoordinator);
        var ending = await initiative.TandemAsync(mentee: "Ende");
        await initiative.OnAsync(ending, (file, by) => file.Tandem.BeginEnding(null, by, initiative.Town.Now));
        await initiative.VolunteerAsync(name: "Nele", admitted: false);
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var page = await coordinator.GetAsync("/mentoring");
        Assert.Equal(["Ende", "Rot"], page.Document.QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim()));
        Assert.Contains("Nele", page.Document.QuerySelector("section[aria-labelledby=interested]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tandem im Abschluss", (await coordinator.GetAsync("/worklist")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_another_volunteer_and_other_roles_find_nothing()
    {
        var town = await host.TownAsync();
        var initiative = await TownInitiative.CreateAsync(town);
        var other = await TownInitiative.CreateAsync(town, "Brücke");
        var tandem = await initiative.TandemAsync();
        var session = await initiative.SessionAsync(tandem);
        var concern = await initiative.ConcernAsync(tandem);
        var colleague = await town.UserAsync(Role.Volunteer, initiative.Actor, "X. Kollege");
        string[] pages = [$"/mentoring/tandems/{tandem}", $"/mentoring/sessions/{session}", $"/mentoring/tandems/{tandem}/sessions/new", $"/mentoring/volunteers/{initiative.VolunteerId}/engagement"];
        foreach (var stranger in new[] { other.Coordinator, other.Mentor, colleague, (await TownInitiative.CreateAsync(await host.TownAsync("Anderswo"))).Coordinator })
        {
            using var visitor = host.Portal.VisitAs(stranger);
            foreach (var page in pages)
                Assert.Equal((page, HttpStatusCode.NotFound), (page, (await visitor.GetAsync(page)).Status));
            Assert.DoesNotContain("Amina", (await visitor.GetAsync("/mentoring")).Body, StringComparison.Ordinal);
        }

        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync(pages[0])).Status);
        using var second = host.Portal.VisitAs(await town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite"));
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"/mentoring/concerns/{concern}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(pages[0])).Status);
    }

    [Fact]
    public async Task The_coordination_sees_quiet_tandems_and_who_has_too_much()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.TandemAsync(mentee: "Still", at: initiative.Town.Now.AddDays(-30));
        var busy = await initiative.TandemAsync(mentee: "Rege");
        for (var i = 0; i < 4; i++)
            await initiative.SessionAsync(busy);
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var page = await coordinator.GetAsync("/mentoring");
        var quiet = page.Document.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("still", StringComparison.Ordinal)).ToList();
        Assert.Contains("Still", Assert.Single(quiet).TextContent, StringComparison.Ordinal);
        Assert.Contains("6 Std. in 7 Tagen, Tandems: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("stilles Tandem", (await coordinator.GetAsync("/worklist")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hours_of_thirty_days_are_those_of_today_and_of_twenty_nine_days_before()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-40));
        foreach (var daysAgo in new[] { 0, 29, 30 })
            await initiative.SessionAsync(tandem, initiative.Town.Now.AddDays(-daysAgo));
        var today = Domain.Calendar.GermanTime.DayOf(initiative.Town.Now);
        var overview = await initiative.AsCoordinatorAsync(db => db.MentoringOverviewAsync(initiative.Actor.Id, today, initiative.Town.Reference.MentoringRulesOn(today), default));
        Assert.Equal((3m, 3m), (overview.Hours, Assert.Single(overview.Tandems).Hours));
    }

    [Fact]
    public async Task A_meeting_of_long_ago_is_found_by_the_mentor_and_by_the_coordination()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-60));
        var oldest = await initiative.SessionAsync(tandem, initiative.Town.Now.AddDays(-55), "Der erste Kaffee");
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        Assert.False((await mentor.GetAsync($"/mentoring/tandems/{tandem}")).Has("a[href$='/meetings']"));
        await host.Portal.AsAsync(initiative.Mentor.Officer, async db =>
        {
            var file = (await db.TakeTandemAsync(tandem, default))!;
            for (var day = 0; day < LatestMeetings.Most; day++)
            {
                var at = initiative.Town.Now.AddDays(-day);
                var entry = new SessionEntry(Domain.Calendar.GermanTime.DayOf(at), 4, SessionPlace.Public, SessionActivities.Language, null, TrafficLight.Good);
                db.Add(MentoringSession.Log(Guid.NewGuid(), file.Tandem, file.Mentor!, entry, initiative.Mentor.Officer, at));
            }

            return await db.SaveChangesAsync();
        });
        foreach (var user in new[] { initiative.Mentor, initiative.Coordinator })
        {
            using var visitor = host.Portal.VisitAs(user);
            var page = await visitor.GetAsync($"/mentoring/tandems/{tandem}");
            Assert.DoesNotContain("Der erste Kaffee", page.Text, StringComparison.Ordinal);
            var all = await visitor.GetAsync(page.Document.QuerySelector("main a[href$='/meetings']")!.GetAttribute("href")!);
            Assert.Equal(LatestMeetings.Most + 1, all.Document.QuerySelectorAll("main li[id^=session-]").Length);
            Assert.Contains("Der erste Kaffee", all.Document.QuerySelector($"#session-{oldest}")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(user == initiative.Coordinator, all.Has("main a[href$='/answer']"));
        }
    }

    [Fact]
    public async Task Somebody_new_writes_their_own_profile_once()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var account = await initiative.Town.UserAsync(Role.Volunteer, initiative.Actor, "N. Neu");
        using var visitor = host.Portal.VisitAs(account);
        Assert.Contains("Stellen Sie sich kurz vor", (await visitor.GetAsync("/worklist")).Text, StringComparison.Ordinal);
        var form = (await visitor.GetAsync("/mentoring/profile")).Form("main form[method=post]").Fill("Form.CalledName", "Nele");
        await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        var stored = await initiative.AsCoordinatorAsync(db => db.Volunteers.SingleAsync(v => v.UserId == account.Id));
        Assert.Equal(("Nele", VolunteerState.Interested), (stored.CalledName, stored.State));
        await (await visitor.GetAsync("/mentoring/profile")).Form("main form[method=post]").Fill("Form.Limits", "kein Auto").SendAsync();
        Assert.Equal("kein Auto", await initiative.AsCoordinatorAsync(db => db.Volunteers.Where(v => v.UserId == account.Id).Select(v => v.Limits).SingleAsync()));
    }

    [Fact]
    public async Task A_profile_that_the_coordination_has_written_meanwhile_is_not_said_to_be_saved()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var account = await initiative.Town.UserAsync(Role.Volunteer, initiative.Actor, "N. Neu");
        using var visitor = host.Portal.VisitAs(account);
        var form = (await visitor.GetAsync("/mentoring/profile")).Form("main form[method=post]").Fill("Form.CalledName", "Nele");
        await initiative.VolunteerAsync(account, "Frau Neu");
        var both = (await form.SendAsync()).WithBoth("Form.CalledName", "Nele", "Frau Neu", "main form[method=post]");
        Assert.Equal("Frau Neu", await NameAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await both.SendAsync()).Status);
        Assert.Equal("Nele", await NameAsync());
        Task<string> NameAsync() => initiative.AsCoordinatorAsync(db => db.Volunteers.Where(v => v.UserId == account.Id).Select(v => v.CalledName).SingleAsync());
    }

    [Fact]
    public async Task A_request_comes_from_a_case_in_which_the_organisation_takes_part_and_from_no_other()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var path = await initiative.Town.CaseAsync(initiative.Coordinator, c => c.Named("Zarife Oğuz", "Zarife"));
        var foreign = await initiative.Town.CaseAsync(await initiative.Town.CoordinatorAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var link = (await coordinator.GetAsync(path.Address)).Document.QuerySelector("a[href*='requests/new']")!.GetAttribute("href")!;
        var page = await coordinator.GetAsync(link);
        Assert.DoesNotContain("Oğuz", page.Body, StringComparison.Ordinal);
        // The case was opened once, and the form shows of it once more.
        Assert.Equal(2, await initiative.AsCoordinatorAsync(db => db.AccessEntries.CountAsync(a => a.CaseId == path.Id && a.UserId == initiative.Coordinator.Id)));
        await page.Form("main form[method=post]").Fill("Form.Goals", "Nähen").Fill("Form.Wish", "Gesellschaft").SendAsync();
        var stored = await initiative.AsCoordinatorAsync(db => db.MentoringRequests.SingleAsync());
        Assert.Equal((path.Id, "Zarife"), (stored.CaseId!.Value, stored.CalledName));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/mentoring/requests/new?case={foreign.Id}")).Status);
        var forged = await page.Form("main form[method=post]").Fill("Form.Goals", "x").Fill("Form.Wish", "x").Force("Form.CaseId", foreign.Id.ToString()).Force("Form.Id", Guid.NewGuid().ToString()).SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }

    [Fact]
    public async Task The_proof_of_engagement_counts_the_meetings_of_a_year()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        await initiative.SessionAsync(tandem);
        await initiative.SessionAsync(tandem);
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var page = await mentor.GetAsync($"/mentoring/volunteers/{initiative.VolunteerId}/engagement");
        Assert.Contains("Johanna", page.Text, StringComparison.Ordinal);
        Assert.Contains("Treffen 2", page.Text.Replace("Treffen2", "Treffen 2", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);
    }

    private static Task<int> NoteAsync(TownInitiative initiative, bool isClear) => initiative.AsCoordinatorAsync(async db =>
    {
        var today = Domain.Calendar.GermanTime.DayOf(initiative.Town.Now);
        var volunteer = await db.Volunteers.AsTracking().SingleAsync(v => v.Id == initiative.VolunteerId);
        volunteer.NoteCertificate(today, isClear, initiative.Coordinator.Officer, initiative.Town.Reference.MentoringRulesOn(today), today);
        return await db.SaveChangesAsync();
    });

    private static async Task<Page> PostAsync(Visitor visitor, string address)
    {
        var token = (await visitor.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync(address, ("__RequestVerificationToken", token));
    }
}
