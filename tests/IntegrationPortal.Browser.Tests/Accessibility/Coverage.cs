namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>A page to be checked in the browser.</summary>
/// <param name="Turn">0 for the page of a route that shows most of what can be met there.</param>
internal sealed record ChosenPage(string Account, FoundPage Page, int Turn);

/// <summary>
/// Of each route as few pages as together show every kind of building block that anybody meets there: next comes always the page with
/// the most blocks that none before it has. What a role sees differently is another block, so it is checked whoever reaches it.
/// </summary>
internal static class Coverage
{
    public static IEnumerable<ChosenPage> Of(IEnumerable<(string Account, FoundPage Page)> found)
    {
        foreach (var route in found.GroupBy(f => f.Page.Template))
        {
            var missing = route.SelectMany(f => f.Page.Blocks).ToHashSet();
            for (var turn = 0; missing.Count > 0; turn++)
            {
                var (account, page) = route.MaxBy(f => f.Page.Blocks.Count(missing.Contains));
                missing.ExceptWith(page.Blocks);
                yield return new(account, page, turn);
            }
        }
    }
}
