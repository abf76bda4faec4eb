using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IntegrationPortal.Web.Presentation.Resources;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>German and English say the same things, and nothing is asked for that nobody wrote.</summary>
public sealed partial class TextTests
{
    private static readonly IReadOnlyList<Type> Areas =
        [.. typeof(SharedTexts).Assembly.GetTypes().Where(t => t.Namespace == typeof(SharedTexts).Namespace && t.Name.EndsWith("Texts", StringComparison.Ordinal))];

    public static TheoryData<string> AreaNames => [.. Areas.Select(a => a.Name)];

    [Fact]
    public void Every_resource_file_belongs_to_an_area()
    {
        var files = SourceTree.Files("*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().ToList();

        Assert.True(files.Count > 5);
        Assert.Equal(Areas.Select(a => a.Name).Order(), files.Order());
    }

    [Theory]
    [MemberData(nameof(AreaNames))]
    public void Both_languages_have_the_same_keys_with_the_same_placeholders(string area)
    {
        var german = Texts(area, CultureInfo.InvariantCulture);
        var english = Texts(area, CultureInfo.GetCultureInfo("en"));

        Assert.NotEmpty(german);
        Assert.Equal(german.Keys.Order(), english.Keys.Order());
        foreach (var (key, text) in german)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), $"{area} '{key}' is empty in German.");
            Assert.False(string.IsNullOrWhiteSpace(english[key]), $"{area} '{key}' is empty in English.");
            Assert.True(Placeholders(text).SetEquals(Placeholders(english[key])), $"{area} '{key}' has other placeholders in English.");
        }
    }

    [Fact]
    public void Every_text_that_a_page_or_a_class_asks_for_exists()
    {
        var asked = 0;
        foreach (var file in SourceTree.Files("*.cshtml").Concat(SourceTree.Files("*.cs")))
        {
            var source = File.ReadAllText(file);
            foreach (Match localizer in Localizer().Matches(source))
            {
                var known = Texts(localizer.Groups[1].Value, CultureInfo.InvariantCulture);
                var use = new Regex($@"(?<![\w.]){localizer.Groups[2].Value}\[""([^""{{}}]+)""[\],]");
                foreach (Match key in use.Matches(source))
                {
                    asked++;
                    Assert.True(known.ContainsKey(key.Groups[1].Value), $"{Path.GetFileName(file)} asks for '{key.Groups[1].Value}', which {localizer.Groups[1].Value} does not have.");
                }
            }
        }

        Assert.True(asked > 50, $"Only {asked} texts were found in the source.");
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var known = Texts(nameof(RefusalTexts), CultureInfo.InvariantCulture);
        var codes = SourceTree.Files("*.cs").SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(codes.Count > 20, $"Only {codes.Count} refusals were found in the source.");
        // A code that ends with a hyphen is put together with the name of a deed.
        Assert.DoesNotContain(codes, code => code.EndsWith('-') ? !known.Keys.Any(k => k.StartsWith(code, StringComparison.Ordinal)) : !known.ContainsKey(code));
    }

    private static Dictionary<string, string> Texts(string area, CultureInfo culture)
    {
        var type = Areas.Single(a => a.Name == area);
        var texts = new ResourceManager(type.FullName!, type.Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        Assert.True(texts is not null, $"{area} has no texts for '{culture.Name}'.");
        return texts.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(\w+Texts)>\s+(\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"new Refusal\(\s*""([a-z-]+)""")]
    private static partial Regex Code();
}
