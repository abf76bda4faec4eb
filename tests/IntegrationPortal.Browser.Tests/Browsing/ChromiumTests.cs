namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>Everything else rests on this: a browser was found and it runs pages.</summary>
public sealed class ChromiumTests(Chromium chromium)
{
    [Fact]
    public async Task A_browser_was_found_and_runs_scripts()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<main id=m></main><script>document.getElementById('m').textContent = 6 * 7</script>");
        Assert.Equal("42", await page.TextContentAsync("#m"));
    }
}
