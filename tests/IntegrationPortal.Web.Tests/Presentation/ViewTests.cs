using System.IO.Compression;
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

    [Fact]
    public void A_narrow_field_is_as_narrow_as_the_style_sheet_can_draw_it()
    {
        var widths = SourceTree.Files("*.cshtml").SelectMany(v => Width().Matches(File.ReadAllText(v))).Select(m => m.Groups[1].Value).ToList();
        var kern = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "IntegrationPortal.Web", "wwwroot", "lib", "kern", "kern.min.css"));

        Assert.NotEmpty(widths);
        Assert.All(widths, width => Assert.Contains($".kern-form-input__input--width-{width}", kern, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_first_visit_loads_beside_the_page_leaves_room_below_150_KB()
    {
        var web = Path.Combine(SourceTree.Root, "src", "IntegrationPortal.Web", "wwwroot");
        string[] text = ["lib/kern/kern.min.css", "css/fonts.css", "lib/portal/portal.css", "js/portal.js", "favicon.svg"];
        // The second slice is loaded when a name such as "Ağca" is on the page.
        string[] fonts = [.. new[] { "latin", "latin-a" }.SelectMany(slice => new[] { $"fonts/4.106/fira-sans-regular-{slice}.woff2", $"fonts/4.106/fira-sans-semibold-{slice}.woff2" })];

        var bytes = text.Sum(file => Compressed(Path.Combine(web, file))) + fonts.Sum(file => new FileInfo(Path.Combine(web, file)).Length);

        Assert.InRange(bytes, 50_000, 125_000);
    }

    /// <summary>A title is read alone, in the tab, in a list of links and by a screen reader: "Absagen" says not what.</summary>
    [Fact]
    public void No_page_is_called_by_a_verb_alone()
    {
        string[] verbs = ["Ändern", "Absagen", "Antworten", "Anmerken", "Zurückgeben", "Entfernen", "Löschen", "Speichern", "Beenden", "Bearbeiten"];
        var titles = SourceTree.Files("*.cshtml").Select(File.ReadAllText)
            .SelectMany(view => Title().Matches(view).Select(title => (Key: title.Groups[1].Value, Area: Words().Match(view).Groups[1].Value))).Where(t => t.Area.Length > 0).ToList();

        Assert.True(titles.Count > 80);
        Assert.Equal([], titles.Where(t => verbs.Contains(
            new System.Resources.ResourceManager($"IntegrationPortal.Web.Presentation.Resources.{t.Area}", typeof(IntegrationPortal.Web.Presentation.Resources.SharedTexts).Assembly)
                .GetString(t.Key, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)));
    }

    private static long Compressed(string file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return packed.Length;
    }

    [GeneratedRegex(@"\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son(click|change|load|submit|input)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"SetTitle\(T\[""([^""]+)""")]
    private static partial Regex Title();

    [GeneratedRegex(@"IStringLocalizer<(\w+Texts)> T\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"<kern-input[^>]*\swidth=""(\d+)""")]
    private static partial Regex Width();

    [GeneratedRegex(@"url\(\s*['""]?(https?:)?//|@import", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
