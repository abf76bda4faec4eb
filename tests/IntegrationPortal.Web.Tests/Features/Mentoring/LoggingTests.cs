using System.Net;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>The sixty-second form, as a volunteer uses it and as a phone sends it late and often.</summary>
public sealed class LoggingTests(PortalHost host)
{
    [Fact]
    public async Task A_volunteer_logs_a_meeting_with_two_answers_and_finds_it_on_the_card()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var page = await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new");
        var answer = await page.Form("main form[method=post]").Tick("Form.Activities", "Language", "Leisure").Fill("Form.Light", "Good").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);

        var stored = await StoredAsync(initiative, tandem);
        Assert.Equal((SessionActivities.Language | SessionActivities.Leisure, initiative.VolunteerId), (stored.Single().Activities, stored.Single().VolunteerId));
        var card = await mentor.FollowAsync(answer);
        Assert.Contains("Sprache üben, Freizeit", card.Text, StringComparison.Ordinal);
        Assert.True(card.Has($"#session-{stored.Single().Id}"));
    }

    [Fact]
    public async Task The_form_begins_with_today_and_with_the_length_and_place_of_the_last_meeting()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var first = await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new");
        await first.Form("main form[method=post]").Tick("Form.Activities", "Other").Fill("Form.Light", "Good").Fill("Form.QuarterHours", "9").Fill("Form.Place", "Online").SendAsync();
        var next = (await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new")).Form("main form[method=post]").Fields.ToLookup(f => f.Key, f => f.Value);
        Assert.Equal(("9", "Online"), (next["Form.QuarterHours"].Single(), next["Form.Place"].Single()));
        Assert.NotEmpty(next["Form.HeldOn"].Single());
        Assert.Empty(next["Form.Light"]);
    }

    [Fact]
    public async Task The_same_entry_sent_again_and_again_and_twice_at_once_is_stored_once_and_answered_alike()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var form = (await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new")).Form("main form[method=post]").Tick("Form.Activities", "Other").Fill("Form.Light", "Good");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => form.SendAsync()));
        Assert.All([.. answers, await form.SendAsync()], a => Assert.Equal((HttpStatusCode.SeeOther, answers[0].Location), (a.Status, a.Location)));
        Assert.Single(await StoredAsync(initiative, tandem));
    }

    [Fact]
    public async Task An_id_that_somebody_else_has_used_is_no_entry_of_this_volunteer()
    {
        var town = await host.TownAsync();
        var (one, other) = (await TownInitiative.CreateAsync(town), await TownInitiative.CreateAsync(town, "Brücke"));
        var taken = await one.SessionAsync(await one.TandemAsync());
        var tandem = await other.TandemAsync();
        using var mentor = host.Portal.VisitAs(other.Mentor);
        var answer = await (await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new")).Form("main form[method=post]")
            .Tick("Form.Activities", "Other").Fill("Form.Light", "Good").Force("Form.Id", taken.ToString()).SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Empty(await StoredAsync(other, tandem));
    }

    [Theory]
    [InlineData("Form.HeldOn", "2149-01-01", "liegt in der Zukunft")]
    [InlineData("Form.HeldOn", "9999-12-31", "Dieses Datum kann nicht stimmen.")]
    [InlineData("Form.HeldOn", "2001-01-01", "gab es das Tandem")]
    [InlineData("Form.QuarterHours", "0", "Wie lange?")]
    [InlineData("Form.QuarterHours", "49", "Wie lange?")]
    [InlineData("Form.Light", "Purple", "Wie läuft es?")]
    [InlineData("Form.Goal", "Reich werden", "steht nicht auf der Karte")]
    [InlineData("Form.NextMeetingOn", "2001-01-01", "nächste Treffen liegt vor diesem")]
    [InlineData("Form.Note", "a\u0001", "Steuerzeichen")]
    public async Task What_does_not_fit_is_told_at_its_field(string field, string value, string told)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var answer = await (await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new")).Form("main form[method=post]")
            .Tick("Form.Activities", "Other").Fill("Form.Light", "Good").Force(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await StoredAsync(initiative, tandem));
    }

    [Theory]
    [InlineData("Form.Note", "Ein langer Nachmittag")]
    [InlineData("Form.HasExpenses", "true")]
    [InlineData("Form.NextMeetingOn", "2001-01-01")]
    [InlineData("Form.Note", "a\u0001")]
    public async Task What_may_stay_empty_is_folded_until_it_holds_something_or_is_refused(string field, string value)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var page = await mentor.OpenAsync($"/mentoring/tandems/{await initiative.TandemAsync()}/sessions/new");
        Assert.True(page.Has($"details:not([open]) [name='{field}']"));
        Assert.All(["Form.Activities", "Form.Light", "Form.HeldOn", "Form.QuarterHours", "Form.Place"], f => Assert.False(page.Has($"details [name='{f}']"), f));
        // Nothing else is filled in, so the form comes back in any case.
        var back = await page.Form("main form[method=post]").Force(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
        Assert.True(back.Has($"details[open] [name='{field}']"), back.Text);
    }

    [Fact]
    public async Task Without_an_activity_nothing_is_stored()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var answer = await (await mentor.GetAsync($"/mentoring/tandems/{await initiative.TandemAsync()}/sessions/new")).Form("main form[method=post]").Fill("Form.Light", "Good").SendAsync();
        Assert.Contains("Wählen Sie mindestens eines", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_needs_the_coordination_is_led_to_the_confidential_form_with_the_emergency_numbers()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var help = await (await mentor.GetAsync($"/mentoring/tandems/{tandem}/sessions/new")).Form("main form[method=post]")
            .Tick("Form.Activities", "Other").Fill("Form.Light", "NeedsCoordinator").SubmitAsync();
        Assert.EndsWith("/concerns/new", help.Address, StringComparison.Ordinal);
        foreach (var number in new[] { "110", "112", "116016" })
            Assert.True(help.Has($"a[href='tel:{number}']"), number);
    }

    [Fact]
    public async Task A_stale_form_is_refused_and_a_later_change_keeps_what_stood_there()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var before = initiative.Town.Now.AddDays(-20);
        var tandem = await initiative.TandemAsync(at: before);
        var id = await initiative.SessionAsync(tandem, before, "Zuerst");
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var (one, two) = (await mentor.GetAsync($"/mentoring/sessions/{id}"), await mentor.GetAsync($"/mentoring/sessions/{id}"));
        Assert.Contains("Das wird eine Berichtigung", one.Text, StringComparison.Ordinal);
        var card = await one.Form("main form[method=post]").Fill("Form.Note", "Danach").SubmitAsync();
        Assert.Contains("Zuerst", card.Text, StringComparison.Ordinal);
        Assert.Contains("Danach", card.Text, StringComparison.Ordinal);
        // Durations are told as they are chosen, before and after.
        Assert.Equal(2, card.Text.Split("1:30 Std.").Length - 1);
        var late = await two.Form("main form[method=post]").Fill("Form.Note", "Überschrieben").Fill("Form.QuarterHours", "9").SendAsync();
        Assert.Equal((1, "Danach"), (await StoredAsync(initiative, tandem)).Select(s => (s.Version, s.Note)).Single());
        late.WithBoth("Form.QuarterHours", "9", "1:30 Std.", "main form[method=post]");
        var both = late.WithBoth("Form.Note", "Überschrieben", "Danach", "main form[method=post]");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.Fill("Form.Note", "Danach, und länger").SendAsync()).Status);
        Assert.Equal((2, "Danach, und länger"), (await StoredAsync(initiative, tandem)).Select(s => (s.Version, s.Note)).MaxBy(s => s.Version));
    }

    [Fact]
    public async Task After_a_change_of_mentor_the_coordination_writes_down_what_was_left_of_the_earlier_and_nothing_of_somebody_proposed()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-20));
        await initiative.OnAsync(
            tandem, (file, by) => file.Tandem.Propose(file.Mentor!, by, initiative.Town.Now.AddDays(-3)), await initiative.VolunteerAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        async Task<Page> LogAsync(int daysAgo) => await (await coordinator.GetAsync($"/mentoring/tandems/{tandem}/sessions/new")).Form("main form[method=post]")
            .Tick("Form.Activities", "Other").Fill("Form.Light", "Good")
            .Fill("Form.HeldOn", Domain.Calendar.GermanTime.DayOf(initiative.Town.Now).AddDays(-daysAgo).ToString("yyyy-MM-dd", null)).SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await LogAsync(5)).Status);
        var refused = await LogAsync(1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("gab es das Tandem", refused.Text, StringComparison.Ordinal);
        Assert.Equal([initiative.VolunteerId], (await StoredAsync(initiative, tandem)).Select(s => s.VolunteerId));
    }

    [Fact]
    public async Task A_word_of_thanks_reaches_the_volunteer()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        var id = await initiative.SessionAsync(tandem);
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var form = (await coordinator.GetAsync($"/mentoring/sessions/{id}/answer")).Form("main form[method=post]").Fill("Form.Text", "Schön, dass Sie da sind.");
        await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var card = await mentor.GetAsync($"/mentoring/tandems/{tandem}");
        Assert.Equal(2, card.Text.Split("Schön, dass Sie da sind.").Length);
    }

    private static Task<List<MentoringSession>> StoredAsync(TownInitiative initiative, Guid tandem) =>
        initiative.AsCoordinatorAsync(db => db.MentoringSessions.AsNoTracking().Where(s => s.TandemId == tandem).ToListAsync());
}
