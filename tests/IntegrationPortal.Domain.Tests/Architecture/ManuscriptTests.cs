using System.Text.RegularExpressions;

namespace IntegrationPortal.Domain.Tests.Architecture;

/// <summary>How the source is written: short files, nothing that goes around encoding, nothing fetched from strangers.</summary>
public sealed partial class ManuscriptTests
{
    /// <summary>About 150 lines is the aim; beyond this a file has to be divided.</summary>
    private const int Longest = 230;

    private static readonly IReadOnlyList<SourceFile> Code =
        [.. SourceFile.All("IntegrationPortal.Web", ".cs", ".cshtml"), .. SourceFile.All("IntegrationPortal.Domain", ".cs")];

    [Fact]
    public void Files_are_short()
    {
        Assert.True(Code.Count > 100);
        var longer = Code.Where(f => f.Lines > 150).OrderByDescending(f => f.Lines).Select(f => $"{f.Lines} {f.Place}").ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', longer));
        Assert.Empty(Code.Where(f => f.Lines > Longest).Select(f => $"{f.Lines} {f.Place}"));
        // A few may be longer than the aim, for a reason; not one in ten.
        Assert.InRange(longer.Count, 0, Code.Count / 10);
    }

    [Fact]
    public void No_page_goes_around_the_encoding()
    {
        var pages = Code.Where(f => f.Place.EndsWith(".cshtml", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(p => p.Text.Contains("Html.Raw", StringComparison.Ordinal)).Select(p => p.Place));
    }

    [Fact]
    public void Nothing_is_fetched_from_strangers()
    {
        var files = SourceFile.All("IntegrationPortal.Web", ".cshtml", ".css", ".js", ".svg");
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => Foreign().IsMatch(f.Text)).Select(f => f.Place));
    }

    [Fact]
    public void The_database_is_not_asked_in_ways_that_go_around_the_trail() => Assert.Empty(
        Code.Where(f => Around().IsMatch(f.Text)).Select(f => f.Place));

    // A link that a reader follows is theirs to follow; what a page loads by itself is ours.
    [GeneratedRegex("""(src|action|srcset)\s*=\s*"(https?:)?//|<link[^>]*href\s*=\s*"(https?:)?//|url\(\s*['"]?(https?:)?//|@import\s+['"](https?:)?//|fetch\(\s*['"`](https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\bExecuteUpdate(Async)?\(|\bExecuteDelete(Async)?\(|\bIgnoreQueryFilters\(|\bFromSqlRaw\(|\bExecuteSqlRaw(Async)?\(|\bSqlQueryRaw\b")]
    private static partial Regex Around();
}
