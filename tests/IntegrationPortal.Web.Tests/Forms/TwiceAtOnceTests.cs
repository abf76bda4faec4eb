using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>A form that arrives several times in the same moment, as by a double click without script, creates one, and every answer leads to it.</summary>
public sealed class TwiceAtOnceTests(PortalHost host)
{
    [Fact]
    public async Task Of_the_board()
    {
        using var foundation = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        const string room = "/programme/board";
        await OnceAsync((await foundation.OpenAsync(room + "/meetings/new")).Form().Fill("Form.Day", "2030-01-07").Fill("Form.Place", "Kiel").Fill("Form.Agenda", "Stand"));
        await OnceAsync((await foundation.OpenAsync(room + "/recommendations/new")).Form().Fill("Form.Text", "Mehr Zeit"));
        var review = await OnceAsync((await foundation.OpenAsync(room + "/reviews/new")).Form().Fill("Form.Title", "Bericht"));
        await OnceAsync((await foundation.OpenAsync(review + "/sections/new")).Form().Fill("Form.Heading", "Stand").Fill("Form.Text", "Gut."));
        Assert.False((await foundation.OpenAsync(review)).Has("#section-2"));
    }

    [Fact]
    public async Task Of_a_pilot()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        await OnceAsync((await coordinator.OpenAsync($"{pilot.Here}/measures/new")).Form()
            .Fill("Form.Title", "Übergabeblatt").Fill("Form.Field", "Across").Fill("Form.Responsible", "Sozialamt").Fill("Form.State", "Planned"));
        await OnceAsync((await coordinator.OpenAsync($"{pilot.Here}/seats/new")).Form().Fill("Form.Function", "Leitung").Fill("Form.Office", "Dezernat"));
        var kept = await pilot.ReadAsync();
        Assert.Equal((1, 1), (kept.Measures.Count, kept.Seats.Count));
    }

    [Fact]
    public async Task Of_an_actor_and_a_volunteer()
    {
        var town = await host.TownAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        var actor = await OnceAsync((await coordinator.OpenAsync($"/actors/{town.Coordination.Id}/contacts/new")).Form("main form.portal-form").Fill("Form.Name", "Servicepunkt"));
        Assert.Single((await coordinator.OpenAsync(actor)).Document.QuerySelectorAll("main a[href*='/contacts/'][href$='/remove']"));
        var initiative = await TownInitiative.CreateAsync(town);
        using var lead = host.Portal.VisitAs(initiative.Coordinator);
        await OnceAsync((await lead.OpenAsync("/mentoring/volunteers/new")).Form("main form[method=post]").Fill("Form.CalledName", "Nele"));
        Assert.Equal(2, (await lead.OpenAsync("/mentoring/volunteers")).Document.QuerySelectorAll("main a[href^='/mentoring/volunteers/']:not([href$='/new'])").Length);
    }

    private static async Task<string> OnceAsync(FilledForm form)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.SeeOther, $"{(int)a.Status} {a.Text}"));
        return Assert.Single(answers.Select(a => a.Location!).Distinct());
    }
}
