using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Appearance;

/// <summary>On a phone the current step comes before what is over; on a wide screen the whole path is drawn.</summary>
public sealed class BehindTests(Chromium chromium, DemoPortal demo)
{
    [Theory]
    [InlineData(Look.Phone, false)]
    [InlineData(Look.Narrowest, false)]
    [InlineData(Look.Wide, true)]
    public async Task Steps_that_are_over_are_folded_on_a_phone_and_drawn_on_a_wide_screen(int width, bool drawn)
    {
        await using var tab = await demo.TabAsync(chromium, "jobcenter@krefeld.example", new Look(Width: width, Scripts: false));
        await OpenCaseInTheMiddleAsync(tab);
        var over = tab.Page.Locator(".portal-behind .portal-step").First;
        Assert.Equal(drawn, await over.EvaluateAsync<bool>("e => e.checkVisibility({ contentVisibilityAuto: true })"));
        Assert.Equal(!drawn, await tab.Page.Locator(".portal-behind summary").First.IsVisibleAsync());
        Assert.True(await tab.Page.Locator(".portal-step--current").IsVisibleAsync());
        if (drawn)
            return;
        await tab.Page.Locator(".portal-behind summary").First.ClickAsync();
        Assert.True(await over.IsVisibleAsync());
    }

    private static async Task OpenCaseInTheMiddleAsync(Tab tab)
    {
        await tab.GoAsync("/cases");
        var cases = await tab.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('main a')].map(a => new URL(a.href).pathname).filter(p => /^\\/cases\\/[0-9a-f-]{36}$/.test(p)))]");
        foreach (var address in cases)
        {
            await tab.GoAsync(address);
            if (await tab.Page.Locator(".portal-behind").CountAsync() > 0)
                return;
        }

        Assert.Fail($"None of {cases.Length} cases has two steps behind it.");
    }
}
