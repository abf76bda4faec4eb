using System.Net;
using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>A day that cannot be is told at its field, and whatever else was typed stays.</summary>
public sealed class DaysTests(PortalHost host)
{
    [Fact]
    public async Task Of_five_days_one_that_is_to_come_is_told_at_its_field_and_the_others_stay()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var address = $"/mentoring/volunteers/{initiative.VolunteerId}/facts";
        var asked = await coordinator.GetAsync(address);
        Assert.All(asked.Document.QuerySelectorAll("main input[type=date]"), field => Assert.Equal(Day(initiative), field.GetAttribute("max")));
        var told = await asked.Form("main form[method=post]").Fill("Form.TrainedOn", Day(initiative, 1)).Fill("Form.InsuredSince", "2026-03-02").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("liegt in der Zukunft", told.Document.QuerySelector("[id='Form_TrainedOn']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-02", told.Document.QuerySelector("[name='Form.InsuredSince']")!.GetAttribute("value"));
        Assert.Equal(Day(initiative, 1), told.Document.QuerySelector("[name='Form.TrainedOn']")!.GetAttribute("value"));

        await told.Form("main form[method=post]").Fill("Form.TrainedOn", Day(initiative)).SubmitAsync();
        var stored = await initiative.AsCoordinatorAsync(db => db.Volunteers.SingleAsync(v => v.Id == initiative.VolunteerId));
        Assert.Equal((GermanTime.DayOf(initiative.Town.Now), new DateOnly(2026, 3, 2)), (stored.TrainedOn, stored.InsuredSince));
    }

    [Theory]
    [InlineData("edit", "Form.Interests", "Schach", "Kochen")]
    [InlineData("facts", "Form.TrainedOn", "2026-02-03", "2026-02-04")]
    [InlineData("conduct", "Form.SeenOn", "2026-02-03", "2026-02-04")]
    public async Task Of_two_colleagues_who_write_about_a_volunteer_the_second_sees_both_and_can_save(string page, string field, string first, string second)
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        async Task<FilledForm> FormAsync()
        {
            var form = (await coordinator.GetAsync($"/mentoring/volunteers/{initiative.VolunteerId}/{page}")).Form("main form[method=post]");
            return page == "conduct" ? form.Fill("Form.Result", "Clear") : form;
        }

        var stale = (await FormAsync()).Fill(field, second);
        Assert.Equal(HttpStatusCode.SeeOther, (await (await FormAsync()).Fill(field, first).SendAsync()).Status);
        var both = (await stale.SendAsync()).WithBoth(field, second, DateOnly.TryParse(first, CultureInfo.InvariantCulture, out var day) ? $"{day:dd.MM.yyyy}" : first, "main form[method=post]");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.SendAsync()).Status);
        if (page != "conduct")
            Assert.Contains(KeyValuePair.Create(field, second), (await FormAsync()).Fields);
        else
            Assert.Equal(new DateOnly(2026, 2, 4), await initiative.AsCoordinatorAsync(db => db.Volunteers.Where(v => v.Id == initiative.VolunteerId).Select(v => v.CertificateSeenOn).SingleAsync()));
    }

    [Fact]
    public async Task A_certificate_was_not_seen_tomorrow_and_the_result_stays_ticked()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var asked = await coordinator.GetAsync($"/mentoring/volunteers/{initiative.VolunteerId}/conduct");
        Assert.Equal(Day(initiative), asked.Document.QuerySelector("[name='Form.SeenOn']")!.GetAttribute("max"));
        var told = await asked.Form("main form[method=post]").Fill("Form.SeenOn", Day(initiative, 1)).Fill("Form.Result", "Clear").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("liegt in der Zukunft", told.Text, StringComparison.Ordinal);
        Assert.True(told.Has("input[value=Clear][checked]"));
    }

    [Fact]
    public async Task A_tandem_did_not_end_before_it_was_opened_and_the_words_stay()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var asked = await coordinator.GetAsync($"/mentoring/tandems/{tandem}/end");
        var field = asked.Document.QuerySelector("[name='Form.EndedOn']")!;
        Assert.Equal((Day(initiative), Day(initiative)), (field.GetAttribute("min"), field.GetAttribute("max")));
        var form = asked.Form("main form[method=post]").Fill("Form.Reason", "NoTime").Fill("Form.Text", "Kaffee im Park")
            .Fill("Form.Goals[0].Result", "Partly").Fill("Form.Goals[1].Result", "Partly");
        foreach (var (day, sentence) in new[] { (-1, "hat erst am"), (1, "liegt in der Zukunft") })
        {
            var told = await form.Fill("Form.EndedOn", Day(initiative, day)).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
            Assert.Contains(sentence, told.Text, StringComparison.Ordinal);
            Assert.Contains("Kaffee im Park", told.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_tandem_did_not_end_before_the_two_met_last()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync(at: initiative.Town.Now.AddDays(-20));
        await initiative.SessionAsync(tandem, initiative.Town.Now.AddDays(-5));
        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var asked = await coordinator.GetAsync($"/mentoring/tandems/{tandem}/end");
        Assert.Equal(Day(initiative, -5), asked.Document.QuerySelector("[name='Form.EndedOn']")!.GetAttribute("min"));
        var form = asked.Form("main form[method=post]").Fill("Form.Reason", "NoTime").Fill("Form.Goals[0].Result", "Partly").Fill("Form.Goals[1].Result", "Partly");
        var told = await form.Fill("Form.EndedOn", Day(initiative, -6)).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("noch getroffen", told.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Fill("Form.EndedOn", Day(initiative, -5)).SendAsync()).Status);
    }

    private static string Day(TownInitiative initiative, int later = 0) =>
        GermanTime.DayOf(initiative.Town.Now).AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
