using System.Text.RegularExpressions;

namespace IntegrationPortal.Domain.Knowledge.Adoptions;

/// <summary>
/// The first steps of a plan, as the entry describes them: the points of a list, or else the sentences in which somebody does something.
/// Of a good practice its approach, of a format its preparation. Copied once; afterwards they are the municipality's.
/// </summary>
public static partial class CopiedSteps
{
    private const int Most = 12;

    public static IReadOnlyList<string> Of(HandbookKind kind, EntryVersion version, EntryLanguage language)
    {
        var key = kind == HandbookKind.Format ? "preparation" : "approach";
        // Plain German may be a summary only.
        var text = version.Read(language).Field(key) ?? version.Read(EntryLanguage.De).Field(key) ?? "";
        var points = Point().Matches(text).Select(p => p.Groups[1].Value).ToList();
        var parts = points.Count > 0 ? points : [.. SentenceEnd().Split(text)];
        return [.. parts.Select(Plain).Where(p => p.Length > 0).Take(Most)];
    }

    /// <summary>Without the marks of Markdown, on one line, no longer than a step.</summary>
    private static string Plain(string part)
    {
        var text = Blanks().Replace(Marks().Replace(Link().Replace(part, "$1"), ""), " ").Trim();
        return text.Length <= AdoptionStep.TextLength ? text : text[..(AdoptionStep.TextLength - 2)].TrimEnd() + " …";
    }

    [GeneratedRegex(@"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Point();

    // After at least two letters, so that "z. B." ends no sentence.
    [GeneratedRegex(@"(?<=(?:\p{L}{2}|\*\*|\))[.!?])\s+|\n{2,}")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"!?\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[*_`>#|]+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
