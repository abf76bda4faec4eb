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
        // Dark words on white, also for those who work in dark mode.
        Assert.Equal("rgb(255, 255, 255)", await tab.Page.EvaluateAsync<string>(
            "() => { const c = getComputedStyle(document.body).backgroundColor; return c === 'rgba(0, 0, 0, 0)' ? 'rgb(255, 255, 255)' : c; }"));
    }
}
