using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>After a meeting, with one thumb on a phone: five taps at most, with and without scripts.</summary>
public sealed class SixtySecondsTests(Chromium chromium, DemoPortal demo)
{
    /// <summary>As low as a target may be for a thumb.</summary>
    private const int Thumb = 44;

    [Theory]
    [InlineData(Look.Phone, true)]
    [InlineData(Look.Narrowest, false)]
    public async Task A_volunteer_logs_a_meeting_in_five_taps(int width, bool scripts)
    {
        var initiative = await TownInitiative.CreateAsync(await Town.CreateAsync(demo.Portal));
        var tandem = await initiative.TandemAsync();
        using var visitor = demo.Portal.VisitAs(initiative.Mentor);
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(Width: width, Scripts: scripts), visitor.Cookies);
        await tab.GoAsync("/worklist");
        var taps = 0;
        async Task TapAsync(string target)
        {
            var place = (await tab.Page.Locator(target).First.BoundingBoxAsync())!;
            Assert.True(place.Height >= Thumb, $"{target} is only {place.Height} px high.");
            await tab.Page.Locator(target).First.ClickAsync();
            taps++;
        }

        await tab.LeaveAsync(() => TapAsync($"a[href='/mentoring/tandems/{tandem}/sessions/new']"));
        await TapAsync("label:has-text('Sprache üben')");
        await TapAsync("label:has-text('läuft gut')");
        await tab.LeaveAsync(() => TapAsync("main form[method=post] button.kern-btn--primary"));

        Assert.InRange(taps, 1, 5);
        Assert.StartsWith($"/mentoring/tandems/{tandem}", tab.Address, StringComparison.Ordinal);
        Assert.Equal(1, await initiative.AsCoordinatorAsync(db => db.MentoringSessions.CountAsync(s => s.TandemId == tandem)));
        Assert.Empty(tab.Complaints);
    }
}
