using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Appearance;

/// <summary>Language and dark mode are chosen on any page and keep it.</summary>
public sealed class PreferenceTests(Chromium chromium, DemoPortal demo)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Switching_the_language_and_the_appearance_keeps_the_page(bool scripts)
    {
        await using var tab = await demo.TabAsync(chromium, null, new Look(Scripts: scripts));
        await tab.GoAsync("/municipalities?q=kre");
        await tab.Page.ClickAsync("header button[name=language][value=en]");
        await tab.Page.WaitForSelectorAsync("html[lang=en]");
        Assert.Equal("/municipalities?q=kre", tab.Address);

        await tab.Page.ClickAsync("footer button[name=theme][value=dark]");
        await tab.Page.WaitForSelectorAsync("html[data-kern-theme=dark]");
        Assert.Equal("/municipalities?q=kre", tab.Address);
        Assert.Equal("true", await tab.Page.GetAttributeAsync("footer button[name=theme][value=dark]", "aria-pressed"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Without_a_choice_the_device_decides_between_light_and_dark()
    {
        async Task<string> GroundAsync(bool dark)
        {
            await using var tab = await demo.TabAsync(chromium, null, new Look(Dark: dark));
            await tab.GoAsync("/");
            await tab.Page.ClickAsync("footer button[name=theme][value=auto]");
            await tab.Page.WaitForSelectorAsync("footer button[name=theme][value=auto][aria-pressed=true]");
            return await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        }

        Assert.NotEqual(await GroundAsync(dark: false), await GroundAsync(dark: true));
    }
}
