using System.Collections.Frozen;

namespace IntegrationPortal.Web.Presentation.MyPath;

/// <summary>
/// Names of steps and stages in the languages of the person's own page (step-names.tsv), translated by the project and not yet checked by native speakers.
/// They belong to the German wording and not to a key: where a template says it in other words one day, the page says it in German rather than wrongly.
/// </summary>
public static class StepNames
{
    private static readonly FrozenDictionary<(string German, string Language), string> Known = Read();

    /// <summary>All that is translated, by its German name.</summary>
    public static IReadOnlySet<string> Translated { get; } = Known.Keys.Select(k => k.German).ToHashSet();

    /// <summary>In German where nobody has translated it.</summary>
    public static string Of(string german, PersonLanguage language) => Known.GetValueOrDefault((german, language.Code)) ?? german;

    private static FrozenDictionary<(string, string), string> Read()
    {
        using var file = new StreamReader(typeof(StepNames).Assembly.GetManifestResourceStream("step-names.tsv")!);
        var lines = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split('\t')).ToList();
        var languages = lines[0];
        return lines.Skip(1).SelectMany(names => names.Skip(1).Select((name, i) => (Key: (names[0], languages[i + 1]), Name: name))).ToFrozenDictionary(n => n.Key, n => n.Name);
    }
}
