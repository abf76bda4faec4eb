using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.MyPath;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>The person's own page says the same in all of its languages.</summary>
public sealed partial class MyPathTextTests(PortalHost host)
{
    public static TheoryData<string> Languages => [.. PersonLanguage.All.Skip(1).Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_keys_with_the_same_placeholders_and_words_of_its_own(string language)
    {
        var (german, other) = (Texts(CultureInfo.InvariantCulture), Texts(CultureInfo.GetCultureInfo(language)));
        Assert.True(german.Count > 100);
        Assert.Equal(german.Keys.Order(), other.Keys.Order());
        foreach (var (key, text) in german)
        {
            Assert.False(string.IsNullOrWhiteSpace(other[key]), key);
            Assert.True(Placeholders(text).SetEquals(Placeholders(other[key])), $"'{key}' has other placeholders in {language}.");
            if (key != "list")
                Assert.True(text != other[key], $"'{key}' is German in {language}.");
        }
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var (known, asked) = (Texts(CultureInfo.InvariantCulture), new HashSet<string>());
        foreach (var file in SourceTree.Files("*.cshtml").Concat(SourceTree.Files("*.cs")).Where(f => f.Contains($"{Path.DirectorySeparatorChar}MyPath{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || f.EndsWith($"PersonLinks{Path.DirectorySeparatorChar}Sheet.cshtml", StringComparison.Ordinal)))
            asked.UnionWith(Use().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value));
        asked.UnionWith(Enum.GetNames<AccessKind>().Select(k => $"reading-{k}"));
        asked.UnionWith(Enum.GetNames<StepState>().Select(s => $"state-{s}"));
        asked.UnionWith(Enum.GetNames<PersonQuestionKind>().Select(k => $"kind-{k}"));
        asked.UnionWith(CategoryWords.All.Select(c => $"category-{c}"));
        Assert.True(asked.Count > 80, $"{asked.Count}");
        Assert.Equal([], asked.Except(known.Keys));
    }

    [Fact]
    public void Every_step_and_stage_of_a_person_has_a_name_in_each_language_and_nothing_else_has()
    {
        var named = host.Portal.Services.GetRequiredService<ReferenceCatalogue>().Templates.Where(t => t.Subject == TemplateSubject.Person).SelectMany(t => t.Steps).SelectMany(s => new[] { s.StageDe, s.TitleDe }).ToHashSet();
        Assert.True(named.Count > 90, $"{named.Count}");
        Assert.Equal([], named.Except(StepNames.Translated));
        Assert.Equal([], StepNames.Translated.Except(named));
        foreach (var language in PersonLanguage.All.Where(l => l.Code is not ("de" or "en")))
            Assert.Equal([], named.Where(n => StepNames.Of(n, language) == n || string.IsNullOrWhiteSpace(StepNames.Of(n, language))));
        Assert.Equal("Eigener Schritt", StepNames.Of("Eigener Schritt", PersonLanguage.All[3]));
    }

    private static Dictionary<string, string> Texts(CultureInfo culture) =>
        new ResourceManager(typeof(MyPathTexts).FullName!, typeof(MyPathTexts).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:W|words)(?:\.Beside\(|\[)""([^""{}]+)""[\],)]")]
    private static partial Regex Use();
}
