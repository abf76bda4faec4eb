using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Browser.Tests.Journeys;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Appearance;

/// <summary>A case on paper: what is to be read, and nothing to be clicked.</summary>
public sealed class PrintTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task A_printed_case_shows_the_path_and_no_navigation()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator);
        await tab.GoAsync("/worklist");
        var path = await tab.OpenCaseAsync("Amina Rahimi");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await tab.GoAsync(path);

        foreach (var gone in new[] { "header nav", "footer", "main button", "main a.kern-btn", ".portal-skip" })
        {
            foreach (var part in await tab.Page.Locator(gone).AllAsync())
                Assert.False(await part.IsVisibleAsync(), $"{gone} is printed");
        }

        Assert.True(await tab.Page.Locator("h1").IsVisibleAsync());
        // Paper says of when and from whom it is, and nothing on it is folded.
        Assert.Contains("gedruckt von", await tab.Page.Locator(".portal-print-only").InnerTextAsync(), StringComparison.Ordinal);
        await tab.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<details><summary>früher</summary><p id=\"folded\">A1</p></details>')");
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.querySelector('#folded').checkVisibility({ contentVisibilityAuto: true })"));
        var steps = await tab.Page.Locator("li.portal-step .portal-step__title").AllAsync();
        Assert.Equal(10, steps.Count);
        foreach (var step in steps)
            Assert.True(await step.IsVisibleAsync());
    }

    [Fact]
    public async Task Whoever_works_in_the_dark_prints_in_the_colours_of_the_day()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var screen = await offices.TabAsync(offices.Coordinator);
        await screen.GoAsync("/worklist");
        var path = await screen.OpenCaseAsync("Amina Rahimi");
        var day = await ColoursAsync(new Look());
        Assert.Equal("rgb(0, 0, 0) on rgb(255, 255, 255)", day[0]);
        Assert.Equal(day, await ColoursAsync(new Look(Dark: true)));
        Assert.Equal(day, await ColoursAsync(new Look(Dark: true), byDevice: true));

        async Task<string[]> ColoursAsync(Look look, bool byDevice = false)
        {
            var tab = await offices.TabAsync(offices.Coordinator, look);
            if (byDevice)
                await tab.Page.Context.ClearCookiesAsync(new() { Name = IntegrationPortal.Web.Presentation.Themes.CookieName });
            await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await tab.GoAsync(path);
            return await tab.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('body, main *')].filter(e => e.checkVisibility()).map(e => getComputedStyle(e)).map(s => `${s.color} on ${s.backgroundColor}`)");
        }
    }
}
