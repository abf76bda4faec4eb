using System.Text.RegularExpressions;

namespace IntegrationPortal.Domain.Knowledge;

/// <summary>
/// How easily a German text reads: Flesch's formula with the figures of Toni Amstad (1978), 180 - words per sentence - 58.5 × syllables
/// per word. About 30 is a scientific paper, 60 a newspaper, 80 easy. Syllables are counted as groups of vowels, so it is an estimate.
/// </summary>
/// <param name="Ease">From 0 (hard) to 100 (easy); null for fewer than thirty words, of which nothing can be said.</param>
/// <param name="LongSentences">Sentences of more than <see cref="LongFrom"/> words, as they begin.</param>
public sealed partial record Readability(int Words, int? Ease, IReadOnlyList<string> LongSentences)
{
    /// <summary>Plain-language guides ask for fifteen words; from here on most readers go back to the beginning.</summary>
    public const int LongFrom = 25;

    /// <summary>Below it a text is hard to read.</summary>
    public const int HardBelow = 40;

    private const int FewestWords = 30;
    private const int ShownBeginning = 60;

    public bool IsHard => Ease < HardBelow;

    /// <param name="markdown">Its marks are no words.</param>
    public static Readability Of(string? markdown)
    {
        // A heading or a point of a list ends like a sentence.
        var text = Address().Replace(markdown ?? "", "$1").ReplaceLineEndings("\n").Replace("\n", " . ", StringComparison.Ordinal);
        var sentences = SentenceEnd().Split(text).Select(s => (Text: s.Trim(), Words: Word().Count(s))).Where(s => s.Words > 0).ToList();
        var words = sentences.Sum(s => s.Words);
        int? ease = null;
        if (words >= FewestWords)
        {
            var syllables = Word().Matches(text).Sum(w => Math.Max(1, Vowels().Count(w.Value)));
            ease = (int)Math.Clamp(180 - ((double)words / sentences.Count) - (58.5 * syllables / words), 0, 100);
        }

        return new Readability(words, ease, [.. sentences.Where(s => s.Words > LongFrom).Select(s => Beginning(s.Text))]);
    }

    private static string Beginning(string sentence) => sentence.Length <= ShownBeginning ? sentence : sentence[..ShownBeginning].TrimEnd() + " …";

    [GeneratedRegex(@"!?\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Address();

    // "z. B." and "2. Halbjahr" end no sentence: the next word begins it with a capital after at least two letters.
    [GeneratedRegex(@"(?<=\p{L}{2}|\)|\s)[.!?:;]+(?=\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{Nd}'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex("ei|ai|au|äu|eu|ie|[aeiouyäöü]", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();
}
