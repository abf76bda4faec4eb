using System.Text.RegularExpressions;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>What the content security policy would refuse is not written in the first place.</summary>
public sealed partial class ViewTests
{
    [Fact]
    public void No_view_has_inline_styles_or_scripts()
    {
        var views = SourceTree.Files("*.cshtml");

        Assert.True(views.Count > 15);
        Assert.Empty(views.Where(v => Inline().IsMatch(File.ReadAllText(v))).Select(Path.GetFileName));
    }

    [Fact]
    public void No_style_sheet_loads_anything_from_elsewhere()
    {
        var sheets = SourceTree.Files("*.css");

        Assert.NotEmpty(sheets);
        Assert.Empty(sheets.Where(s => Foreign().IsMatch(File.ReadAllText(s))).Select(Path.GetFileName));
    }

    [GeneratedRegex(@"\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son(click|change|load|submit|input)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"url\(\s*['""]?(https?:)?//|@import", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
