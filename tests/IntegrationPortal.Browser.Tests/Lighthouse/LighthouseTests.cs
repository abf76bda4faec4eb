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
        var report = await LighthouseRun.OfAsync(page, visitor.Cookies.GetCookieHeader(page), chromium.Program);
        Assert.EndsWith("/sessions/new", report.GetProperty("finalDisplayedUrl").GetString(), StringComparison.Ordinal);
        foreach (var category in report.GetProperty("categories").EnumerateObject())
        {
            var score = category.Value.GetProperty("score").GetDouble();
            TestContext.Current.TestOutputHelper?.WriteLine($"{category.Name}: {score:P0}");
            Assert.True(score >= Least, $"{category.Name} has {score:P0}: {string.Join("; ", Lost(report, category.Value))}");
        }
    }

    private static IEnumerable<string> Lost(JsonElement report, JsonElement category) =>
        from audit in category.GetProperty("auditRefs").EnumerateArray()
        let found = report.GetProperty("audits").GetProperty(audit.GetProperty("id").GetString()!)
        where audit.GetProperty("weight").GetDouble() > 0 && found.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.9
        select $"{found.GetProperty("title").GetString()} {(found.TryGetProperty("displayValue", out var value) ? value.GetString() : null)}";
}
