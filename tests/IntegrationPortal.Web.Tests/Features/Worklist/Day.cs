using System.Globalization;
using AngleSharp.Dom;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Features.Worklist;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

/// <summary>The page after sign-in as somebody reads it: the numbers, the lists behind them, the rows.</summary>
internal sealed record Day(Page Page)
{
    public static async Task<Day> OfAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/worklist");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        return new Day(page);
    }

    /// <summary>The number that the tile of the list with this address shows, whether it leads there or to its beginning on the page.</summary>
    public int Tile(string list) => int.Parse(
        Page.Document.QuerySelectorAll(".portal-tile a").SingleOrDefault(a => ListOf(a) == $"/worklist/{list}")?.QuerySelector(".portal-tile__number")?.TextContent ?? "0",
        CultureInfo.InvariantCulture);

    /// <summary>The addresses of the lists that the tiles count.</summary>
    public IReadOnlyList<string> TileAddresses => [.. Page.Document.QuerySelectorAll("a.portal-tile__inside").Select(ListOf)];

    /// <summary>The lists further down to which the page leads, with how many rows it says they have.</summary>
    public IReadOnlyList<(string Address, int Count)> Jumps =>
        [.. Page.Document.QuerySelectorAll(".portal-jumps a").Select(a => (ListOf(a), int.Parse(a.QuerySelector("strong")!.TextContent, CultureInfo.InvariantCulture)))];

    /// <summary>The rows below a heading of the page.</summary>
    public IReadOnlyList<string> Rows(string list) => Words(Page.Document.QuerySelectorAll($"section[aria-labelledby='list-{list}'] .portal-task"));

    /// <summary>What the navigation says waits.</summary>
    public int Badge => int.Parse(
        Page.Document.QuerySelector(".portal-nav a[href='/handovers'] .portal-count")?.TextContent ?? "0", CultureInfo.InvariantCulture);

    /// <summary>All rows of the list with this address, page after page.</summary>
    public static async Task<IReadOnlyList<string>> WholeListAsync(Visitor visitor, string address)
    {
        var rows = new List<string>();
        for (string? next = address; next is not null;)
        {
            var page = await visitor.GetAsync(next);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            rows.AddRange(Words(page.Document.QuerySelectorAll(".portal-task")));
            next = page.Document.QuerySelector(".portal-paging a[rel=next]")?.GetAttribute("href");
        }

        return rows;
    }

    /// <summary>A way within the page must arrive somewhere.</summary>
    private string ListOf(IElement link)
    {
        var href = link.GetAttribute("href")!;
        if (href[0] != '#')
            return href;
        Assert.NotNull(Page.Document.GetElementById(href[1..]));
        return Lists.Href(Enum.Parse<WorkList>(href["#list-".Length..]));
    }

    private static List<string> Words(IEnumerable<IElement> rows) =>
        [.. rows.Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
