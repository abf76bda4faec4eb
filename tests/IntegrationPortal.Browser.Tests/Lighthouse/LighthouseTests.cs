using System.Text.Json;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Lighthouse;

/// <summary>While something is measured, nothing else runs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The sixty-second form on the slow phone that Lighthouse simulates: performance, accessibility and best practices.</summary>
[Collection(nameof(Alone))]
public sealed class LighthouseTests(Chromium chromium, DemoPortal demo)
{
    private const double Least = 0.95;

    [Fact]
    public async Task The_form_for_a_meeting_is_fast_accessible_and_sound_on_a_slow_phone()
    {
        var initiative = await TownInitiative.CreateAsync(await Town.CreateAsync(demo.Portal));
        var page = new Uri(demo.Portal.Address, $"/mentoring/tandems/{await initiative.TandemAsync()}/sessions/new");
        using var visitor = demo.Portal.VisitAs(initiative.Mentor);
        // Whatever disturbs a measurement makes it slower, never faster: the least disturbed of three counts.
        var lost = await MissedAsync(page, visitor.Cookies.GetCookieHeader(page));
        for (var run = 2; run <= 3 && lost.Count > 0; run++)
            lost = await MissedAsync(page, visitor.Cookies.GetCookieHeader(page));
        Assert.Empty(lost);
    }

    /// <summary>Which categories have fewer points than they should, and by what.</summary>
    private async Task<IReadOnlyList<string>> MissedAsync(Uri page, string cookies)
    {
        var report = await LighthouseRun.OfAsync(page, cookies, chromium.Program);
        Assert.EndsWith("/sessions/new", report.GetProperty("finalDisplayedUrl").GetString(), StringComparison.Ordinal);
        var categories = report.GetProperty("categories").EnumerateObject().Select(c => (c.Name, c.Value, Score: c.Value.GetProperty("score").GetDouble())).ToList();
        Assert.Equal(3, categories.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", categories.Select(c => $"{c.Name}: {c.Score:P0}")));
        return [.. categories.Where(c => c.Score < Least).Select(c => $"{c.Name} has {c.Score:P0}: {string.Join("; ", Lost(report, c.Value))}")];
    }

    internal static IEnumerable<string> Lost(JsonElement report, JsonElement category) =>
        from audit in category.GetProperty("auditRefs").EnumerateArray()
        let found = report.GetProperty("audits").GetProperty(audit.GetProperty("id").GetString()!)
        where audit.GetProperty("weight").GetDouble() > 0 && found.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.9
        select $"{found.GetProperty("title").GetString()} {(found.TryGetProperty("displayValue", out var value) ? value.GetString() : null)}";
}
