using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>axe-core with the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>The rules whose answer can change with the colours alone.</summary>
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>Once per loaded page; the states of a page are then checked without loading it again.</summary>
    public static async Task LoadAsync(IPage page) => await page.EvaluateAsync($"() => {{ {Script} }}");

    /// <summary>What is wrong with the page as it looks now: rule, what is meant, and the first places.</summary>
    /// <param name="onlyColours">The page was checked wholly at this width, and only its colours have changed since.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(IPage page, bool onlyColours)
    {
        var result = await page.EvaluateAsync<JsonElement>(
            """
            async asked => {
              const result = await axe.run(document, { runOnly: asked, resultTypes: ['violations'], preload: false, ...(asked.type === 'tag' && { rules: { 'target-size': { enabled: true } } }) });
              return {
                rules: result.violations.length + result.passes.length + result.inapplicable.length + result.incomplete.length,
                found: result.violations.map(v => `${v.id} (${v.help}): ` + v.nodes.slice(0, 3).map(n =>
                  n.target.join(' ') + ' – ' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')).join(' | ')),
              };
            }
            """, new { type = onlyColours ? "rule" : "tag", values = onlyColours ? OfColours : Tags });
        // A checker that checks nothing would be content with everything.
        Assert.True(result.GetProperty("rules").GetInt32() >= (onlyColours ? OfColours.Length : 50));
        return [.. result.GetProperty("found").EnumerateArray().Select(f => f.GetString()!)];
    }
}
