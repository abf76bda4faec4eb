using System.Text.RegularExpressions;
using AngleSharp.Dom;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>A page that somebody reached by following links.</summary>
/// <param name="Template">The route behind it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Status">What it answers: 200, except for the pages of a refusal.</param>
/// <param name="Blocks">Its kinds of building blocks: element, classes, type and role.</param>
internal sealed record FoundPage(string Template, string Address, int Status, IReadOnlyList<string> Blocks);

/// <summary>Follows every link from the pages of the navigation, breadth first, so that new pages are checked without being listed.</summary>
internal static partial class Walk
{
    /// <summary>
    /// Lists lead to many pages of one kind; enough of them to meet every state. Another view of a list has a number of its own: the
    /// coordination's list of all paths leads to cases that look otherwise than those in which it takes part.
    /// </summary>
    private const int PerTemplate = 12;

    /// <summary>No link leads to the page of a refusal; nobody finds the first address, most may not see the second.</summary>
    private static readonly string[] Refused = ["/no-such-page", "/admin"];

    public static async Task<(IReadOnlyList<FoundPage> Pages, IReadOnlyList<string> Broken)> FromAsync(
        Visitor visitor, Routes routes, bool readsHandbook, params string[] starts)
    {
        var found = new List<FoundPage>();
        var broken = new List<string>();
        var queue = new Queue<(string Address, string From)>(starts.Select(s => (s, "the start")));
        var seen = new HashSet<string>(starts);
        var perTemplate = new Dictionary<string, int>();
        while (queue.TryDequeue(out var next))
        {
            if (routes.TemplateOf(next.Address) is not { } template)
            {
                broken.Add($"{next.From} links to {next.Address}, which is no page");
                continue;
            }

            var kind = template + View().Match(next.From).Value;
            if ((perTemplate[kind] = perTemplate.GetValueOrDefault(kind) + 1) > PerTemplate)
                continue;
            var page = await visitor.OpenAsync(next.Address);
            if ((int)page.Status != 200)
            {
                broken.Add($"{next.From} links to {next.Address}, which answers {(int)page.Status}");
                continue;
            }

            found.Add(Found(routes.TemplateOf(page.Address) ?? template, page));
            // The same page in another language is found by the walk in that language.
            foreach (var link in page.Document.QuerySelectorAll("a[href]:not([hreflang])").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                // The pages of the handbook are the same for everybody: a visitor reads them.
                if (link.StartsWith('/') && (readsHandbook || !link.StartsWith("/handbook/", StringComparison.Ordinal)) && seen.Add(link))
                    queue.Enqueue((link, page.Address));
            }
        }

        foreach (var address in Refused)
        {
            var page = await visitor.OpenAsync(address);
            if ((int)page.Status >= 400)
                found.Add(Found($"({(int)page.Status})", page));
        }

        return ([.. found.DistinctBy(f => f.Address)], broken);
    }

    [GeneratedRegex("[?&]view=[a-z]+")]
    private static partial Regex View();

    private static FoundPage Found(string template, Page page) => new(template, page.Address, (int)page.Status, BlocksOf(page.Document.Body!));

    private static string[] BlocksOf(IElement body) =>
        [.. body.QuerySelectorAll("*").Select(e => $"{e.LocalName}.{e.ClassName}.{e.GetAttribute("type")}.{e.GetAttribute("role")}").Distinct()];
}
