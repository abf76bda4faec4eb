using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

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

    [Fact]
    public void Every_mail_has_a_word_for_the_list_of_mails()
    {
        var known = Texts(nameof(AdminTexts), CultureInfo.InvariantCulture);
        Assert.Equal([], Enum.GetNames<MailTemplate>().Where(name => !known.ContainsKey("MailTemplate." + name)));
    }

    [Fact]
    public void A_sentence_for_one_stands_beside_the_sentence_for_many()
    {
        var counted = 0;
        foreach (var file in SourceTree.Files("*.cshtml").Concat(SourceTree.Files("*.cs")))
        {
            var source = File.ReadAllText(file);
            foreach (Match localizer in Localizer().Matches(source))
            {
                var known = Texts(localizer.Groups[1].Value, CultureInfo.InvariantCulture);
                foreach (Match key in new Regex($@"(?<![\w.]){localizer.Groups[2].Value}\.Count\(""([^""]+)"",").Matches(source))
                {
                    counted++;
                    Assert.True(known.ContainsKey(key.Groups[1].Value) && known.ContainsKey(key.Groups[1].Value + Plurals.One), $"{Path.GetFileName(file)} counts with '{key.Groups[1].Value}'.");
                }
            }
        }

        Assert.True(counted >= 40, $"Only {counted} sentences are counted.");
    }

    /// <summary>Keys whose number is never one, or whose word is the same for one.</summary>
    private static readonly HashSet<string> NeverOne =
    [
        "AccountEmailTexts.closed-until", "AccountEmailTexts.code-closed-until", "SignInsTexts.closed-until", "SignInsTexts.code-closed-until", "AccountTexts.closed-until", "AccountTexts.code-closed-until", "ActorsTexts.answers-next-day", "ActorsTexts.answers-same-day", "ActorsTexts.answers-within", "ActorsTexts.places",
        "AnalysisTexts.cases-short", "AnalysisTexts.days-together", "CasesTexts.count-page", "CasesTexts.entitlement-days", "CasesTexts.StateIs.Quiet", "ChartTexts.points", "EvaluationTexts.method-other", "EvaluationTexts.method-share", "EvaluationTexts.missing-at",
        "HandbookTexts.found", "HandbookTexts.hours", "HandbookTexts.minutes", "HandoversTexts.age", "HandoversTexts.many-handovers", "HandoversTexts.sheet-lead", "IndicatorsTexts.fair-count",
        "PasswordsTexts.closed-until", "PilotDeskTexts.percent", "PilotsTexts.assessed", "PlainTexts.MentoringSessionsTexts.hours-minutes",
        "RefusalTexts.adoption-text-too-long", "RefusalTexts.entry-agenda-not-valid", "RefusalTexts.entry-text-too-long", "RefusalTexts.import-too-large",
        "RefusalTexts.picture-file-too-large", "RefusalTexts.picture-too-many-pixels", "RefusalTexts.tandem-trial-too-early", "RefusalTexts.workshop-participants",
        "SecondFactorsTexts.code-closed-until", "SecondFactorsTexts.password-closed-until",
        "SelfAssessmentsTexts.size", "SharedTexts.at-most-characters", "SharedTexts.many-errors", "SurveysTexts.behind", "SurveysTexts.finding-hidden", "SurveysTexts.made-of",
        "TimeTexts.days-left-many", "TimeTexts.left-many", "TimeTexts.length-many", "TimeTexts.overdue-many", "TimeTexts.period-Day-many", "TimeTexts.period-Month-many", "TimeTexts.period-Week-many",
        "TimeTexts.since-many",
        "WorklistTexts.age", "WorklistTexts.alert.Missing", "WorklistTexts.outcomes-missing",
    ];

    [Fact]
    public void Whoever_writes_a_number_before_a_noun_writes_the_sentence_for_one_too()
    {
        var alone = Areas.SelectMany(area =>
        {
            var texts = Texts(area.Name, CultureInfo.InvariantCulture);
            return texts.Where(t => NumberBeforeNoun().IsMatch(t.Value) && !t.Key.EndsWith(Plurals.One, StringComparison.Ordinal) && !texts.ContainsKey(t.Key + Plurals.One)).Select(t => $"{area.Name}.{t.Key}");
        }).ToList();

        Assert.Equal([], alone.Where(key => !NeverOne.Contains(key)));
    }

    [Fact]
    public void A_tile_says_one_thing_as_one_thing()
    {
        var tiles = SourceTree.Files("*.cshtml").SelectMany(f => Tile().Matches(File.ReadAllText(f))).Select(m => m.Value).ToList();

        Assert.True(tiles.Count > 10);
        Assert.Equal([], tiles.Where(t => !t.Contains(".Count(", StringComparison.Ordinal)));
    }

    /// <summary>Words that the glossary avoids, because each of these things has another word on all other pages.</summary>
    [Theory]
    [InlineData("Notzugriff")]
    [InlineData("Zielwert")]
    [InlineData("Dokument fehlt")]
    [InlineData("Sorge gemeldet")]
    [InlineData("Ruhiges Tandem")]
    [InlineData(" getragen")]
    [InlineData("auf meinen Tisch")]
    public void One_thing_has_one_word(string avoided) =>
        Assert.Equal([], Areas.SelectMany(area => Texts(area.Name, CultureInfo.InvariantCulture)
            .Where(t => t.Value.Contains(avoided, StringComparison.OrdinalIgnoreCase)).Select(t => $"{area.Name}.{t.Key}")));

    [Theory]
    [InlineData("de", 1, "Noch eine Aussage ist offen.", "Ihnen ist eine Kommune zugeordnet.")]
    [InlineData("de", 2, "Noch 2 Aussagen sind offen.", "Ihnen sind 2 Kommunen zugeordnet.")]
    [InlineData("en", 1, "One statement is still open.", "One municipality is assigned to you.")]
    [InlineData("en", 2, "2 statements are still open.", "2 municipalities are assigned to you.")]
    public void One_thing_is_one_thing(string language, int count, string refusal, string lead)
    {
        var (before, factory) = (CultureInfo.CurrentUICulture, new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var refusals = new RefusalWords(new StringLocalizer<RefusalTexts>(factory), null!, null!);
            Assert.StartsWith(refusal, refusals[new Refusal("assessment-incomplete", count)], StringComparison.Ordinal);
            Assert.StartsWith(lead, new StringLocalizer<PilotDeskTexts>(factory).Count("lead", count), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
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

    [GeneratedRegex(@"(?<!„|T|höchstens |mindestens |als )\{0(:N0)?\} (?:[a-zäöüß]+e )?[A-ZÄÖÜ]\w+")]
    private static partial Regex NumberBeforeNoun();

    [GeneratedRegex(@"<portal-tile [^\n]*")]
    private static partial Regex Tile();

    [GeneratedRegex(@"new Refusal\(\s*""([a-z-]+)""")]
    private static partial Regex Code();
}
