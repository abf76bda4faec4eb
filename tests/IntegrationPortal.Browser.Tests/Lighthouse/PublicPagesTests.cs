using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Lighthouse;

/// <summary>What a visitor reads, on the slow phone that Lighthouse simulates: performance, accessibility, best practices and how it is found.</summary>
[Collection(nameof(Alone))]
public sealed class PublicPagesTests(Chromium chromium, DemoPortal demo)
{
    private const double Least = 0.98;
    private const string Categories = "performance,accessibility,best-practices,seo";

    [Theory]
    [InlineData("/")]
    [InlineData("/handbook/processes/T2-RKW")]
    [InlineData("/handbook/good-practice/laufmappe")]
    [InlineData("/handbook/search?q=Wohnung")]
    public async Task A_public_page_is_fast_accessible_sound_and_found_on_a_slow_phone(string address)
    {
        var page = new Uri(demo.Portal.Address, address);
        // Whatever disturbs a measurement makes it slower, never faster: the least disturbed of three counts.
        var lost = await MissedAsync(page);
        for (var run = 2; run <= 3 && lost.Count > 0; run++)
            lost = await MissedAsync(page);
        Assert.Empty(lost);
    }

    private async Task<IReadOnlyList<string>> MissedAsync(Uri page)
    {
        var report = await LighthouseRun.OfAsync(page, "", chromium.Program, Categories);
        var categories = report.GetProperty("categories").EnumerateObject().Select(c => (c.Name, c.Value, Score: c.Value.GetProperty("score").GetDouble())).ToList();
        Assert.Equal(4, categories.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", categories.Select(c => $"{c.Name}: {c.Score:P0}")));
        return [.. categories.Where(c => c.Score < Least).Select(c => $"{page.PathAndQuery}: {c.Name} has {c.Score:P0}: {string.Join("; ", LighthouseTests.Lost(report, c.Value))}")];
    }
}
