using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Whoever writes for a long time is told before the session ends, and stays with one press.</summary>
public sealed class SessionEndTests(Chromium chromium, DemoPortal demo)
{
    private const string Stay = ".portal-session button";
    private const string Field = "[name='CurrentPassword']";

    [Fact]
    public async Task Two_minutes_before_the_end_the_page_says_so_and_a_press_begins_the_time_anew()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator, new Look(Width: Look.Narrowest));
        await Axe.LoadAsync(tab.Page);
        await OpenAsync(tab.Page);
        var says = Assertions.Expect(tab.Page.Locator(".portal-session [role=status]"));

        await PassAsync(tab.Page, minutes: 27);
        await says.ToHaveTextAsync("");
        await tab.Page.FocusAsync(Field);
        await PassAsync(tab.Page, minutes: 2);
        await says.ToContainTextAsync("Ihre Sitzung endet um");
        Assert.Empty(await Layout.TooSmallAsync(tab.Page, 44));
        Assert.Empty(await Layout.SticksOutAsync(tab.Page));
        Assert.Empty(await Axe.CheckAsync(tab.Page, Rules.All));

        await tab.Page.ClickAsync(Stay);
        await says.ToHaveTextAsync("Sie bleiben angemeldet.");
        await Assertions.Expect(tab.Page.Locator(Field)).ToBeFocusedAsync();
        await PassAsync(tab.Page, minutes: 27);
        await says.ToHaveTextAsync("");
        await PassAsync(tab.Page, minutes: 4);
        await says.ToContainTextAsync("Ihre Sitzung ist beendet.");
        await Assertions.Expect(tab.Page.Locator(Stay)).ToBeHiddenAsync();
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_page_opened_in_another_tab_keeps_this_one_signed_in()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator);
        await OpenAsync(tab.Page);
        await PassAsync(tab.Page, minutes: 29);
        await Assertions.Expect(tab.Page.Locator(Stay)).ToBeVisibleAsync();
        var other = await tab.AnotherAsync();
        await other.GotoAsync("/account");
        await Assertions.Expect(tab.Page.Locator(Stay)).ToBeHiddenAsync();
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.Clock.InstallAsync();
        await page.GotoAsync("/account/password");
    }

    private static Task PassAsync(IPage page, int minutes) => page.Clock.FastForwardAsync(minutes * 60_000L);
}
