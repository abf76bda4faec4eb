using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>axe-core with the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>The rules whose answer can change with the colours alone: by far the dearest, and the same in every language.</summary>
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>Those whose answer can change with colours or width; all others judge the markup, which has neither.</summary>
    private static readonly string[] OfLooks = [.. OfColours, "target-size", "scrollable-region-focusable", "aria-hidden-focus", "nested-interactive", "bypass"];

    /// <summary>Every page that the tab opens from now on brings axe with it.</summary>
    public static Task LoadAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>What is wrong with the page as it looks now: rule, what is meant, and the first places.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IPage page, Rules rules)
    {
        var result = await page.EvaluateAsync<JsonElement>(
            """
            async options => {
              const result = await axe.run(document, { ...options, resultTypes: ['violations'], preload: false });
              return {
                rules: result.violations.length + result.passes.length + result.inapplicable.length + result.incomplete.length,
                found: result.violations.map(v => `${v.id} (${v.help}): ` + v.nodes.slice(0, 3).map(n =>
                  n.target.join(' ') + ' – ' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')).join(' | ')),
              };
            }
            """, Asked(rules));
        // A checker that checks nothing would be content with everything.
        Assert.True(result.GetProperty("rules").GetInt32() >= (rules == Rules.OfLooks ? OfLooks.Length : 50));
        return [.. result.GetProperty("found").EnumerateArray().Select(f => f.GetString()!)];
    }

    private static Dictionary<string, object> Asked(Rules rules)
    {
        if (rules == Rules.OfLooks)
            return new() { ["runOnly"] = new { type = "rule", values = OfLooks } };
        var switched = new Dictionary<string, object> { ["target-size"] = new { enabled = true } };
        foreach (var rule in rules == Rules.AllButColours ? OfColours : [])
            switched[rule] = new { enabled = false };
        return new() { ["runOnly"] = new { type = "tag", values = Tags }, ["rules"] = switched };
    }
}

/// <summary>What a look is checked for.</summary>
public enum Rules
{
    All,

    /// <summary>The same building blocks are checked in these colours elsewhere.</summary>
    AllButColours,

    /// <summary>The page was checked wholly in another look: what is not about how it looks needs no second check.</summary>
    OfLooks,
}
