using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Privacy;

/// <summary>The data protection officer keeps a case from being erased, and sees nothing of it.</summary>
public sealed class ErasureHoldTests(PortalHost host)
{
    [Fact]
    public async Task Held_a_case_stays_beyond_its_day_and_goes_once_the_hold_is_lifted()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi", "Amina"));
        await path.DueAsync(host.Superuser, GermanTime.DayOf(town.Now));
        using var officer = host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Datenschutz"));
        var page = await (await officer.GetAsync("/privacy")).Form("form[action='/privacy']").Fill("number", path.Number).SubmitAsync();
        var form = (await officer.OpenAsync(page.Document.QuerySelector("main a[href$='/hold']")!.GetAttribute("href")!)).Form().Fill("Form.Reason", "Klage vor dem Verwaltungsgericht");

        // Sent twice at once it holds once.
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        page = await officer.FollowAsync(answers[0]);
        Assert.Contains("Klage vor dem Verwaltungsgericht", page.Text, StringComparison.Ordinal);
        Assert.Contains("ausgesetzte Löschung · angelegt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);
        Assert.Contains(" | 0 | 1", Row(await officer.GetAsync("/privacy/retention")), StringComparison.Ordinal);
        Assert.False(await path.EraseAsync());
        // A colleague who gives another reason is told that it is held already.
        Assert.Equal(HttpStatusCode.Conflict, (await form.Fill("Form.Reason", "Einschränkung verlangt").SendAsync()).Status);

        page = await page.Form("form[action$='/hold/lift']").SubmitAsync();
        Assert.Contains("Die Aussetzung ist aufgehoben.", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has("main a[href$='/hold']"));
        Assert.Contains(" | 1 | 0", Row(await officer.GetAsync("/privacy/retention")), StringComparison.Ordinal);
        Assert.True(await path.EraseAsync());
    }

    [Fact]
    public async Task Of_another_town_no_case_is_held_and_the_coordination_holds_none()
    {
        var (town, other) = (await host.TownAsync(), await host.TownAsync("Anderswo"));
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        using var stranger = host.Portal.VisitAs(await other.UserAsync(Role.DataProtectionOfficer, other.Coordination, "E. Fremd"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/privacy/cases/{path.Id}/hold")).Status);
        using var coordinator = host.Portal.VisitAs(brandt);
        Assert.NotEqual(HttpStatusCode.OK, (await coordinator.GetAsync($"/privacy/cases/{path.Id}/hold")).Status);
    }

    private static string Row(Page page) =>
        string.Join(" | ", page.Document.QuerySelector("section[aria-labelledby=ahead] tbody tr")!.Children.Select(c => c.TextContent.Trim()));
}
