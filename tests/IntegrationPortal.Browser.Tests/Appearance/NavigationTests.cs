using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Appearance;

/// <summary>The navigation takes one line: on a phone the rest of it lies behind a fold, on a wide screen everything stands there.</summary>
public sealed class NavigationTests(Chromium chromium, DemoPortal demo)
{
    private const string Line = "header nav a, header nav summary";

    [Theory]
    [InlineData("koordination@krefeld.example", true)]
    [InlineData("koordination@krefeld.example", false)]
    [InlineData("ehrenamt@krefeld.example", false)]
    [InlineData("stiftung@portal.example", false)]
    [InlineData("evaluation@portal.example", false)]
    public async Task A_phone_shows_one_line_and_the_rest_on_demand(string account, bool scripts)
    {
        await using var tab = await demo.TabAsync(chromium, account, new Look(Width: Look.Phone, Scripts: scripts));
        await tab.GoAsync("/handbook");
        Assert.Equal(1, await LinesAsync(tab));
        Assert.False(await tab.Page.Locator("header nav a[href='/handbook']").IsVisibleAsync());
        // The fold says that the page is one of those behind it.
        Assert.Equal("true", await tab.Page.GetAttributeAsync("header nav summary", "aria-current"));

        await tab.Page.FocusAsync("header nav summary");
        await tab.Page.Keyboard.PressAsync("Enter");
        Assert.True(await tab.Page.Locator("header nav a[href='/handbook'][aria-current=page]").IsVisibleAsync());
        await tab.GoAsync("/worklist");
        Assert.Null(await tab.Page.GetAttributeAsync("header nav summary", "aria-current"));
    }

    [Fact]
    public async Task A_wide_screen_shows_every_entry_and_no_fold()
    {
        await using var tab = await demo.TabAsync(chromium, "koordination@krefeld.example");
        await tab.GoAsync("/handbook");
        Assert.Equal(1, await LinesAsync(tab));
        Assert.False(await tab.Page.Locator("header nav summary").IsVisibleAsync());
        Assert.Equal(await tab.Page.Locator("header nav a").CountAsync(), await tab.Page.Locator("header nav a:visible").CountAsync());
        await tab.Page.FocusAsync("header nav a[href='/handovers']");
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.activeElement.matches('header nav details a')"));
    }

    private static async Task<int> LinesAsync(Tab tab) => await tab.Page.EvaluateAsync<int>(
        $"() => new Set([...document.querySelectorAll('{Line}')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)).size");
}
