using System.Globalization;
using AngleSharp.Dom;
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

    /// <summary>The number that the tile with this address shows.</summary>
    public int Tile(string list) => int.Parse(
        Page.Document.QuerySelector($".portal-tile a[href='/worklist/{list}'] .portal-tile__number")?.TextContent ?? "0", CultureInfo.InvariantCulture);

    public IReadOnlyList<string> TileAddresses =>
        [.. Page.Document.QuerySelectorAll("a.portal-tile__inside").Select(a => a.GetAttribute("href")!)];

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

    private static List<string> Words(IEnumerable<IElement> rows) =>
        [.. rows.Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
