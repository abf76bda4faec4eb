namespace IntegrationPortal.Domain.Knowledge;

/// <summary>What would make a text better. A hint hinders nobody; what does hinder is a refusal.</summary>
public enum WritingHintKind
{
    /// <summary>Required before it can be submitted.</summary>
    Missing,

    /// <summary>Not required, and readers ask for it.</summary>
    WouldHelp,

    LongSentence,

    HardToRead,
}

/// <param name="Field">Key of an <see cref="EntryField"/>, or "title", "summary", "agenda".</param>
/// <param name="Detail">The beginning of a sentence, or a figure.</param>
public sealed record WritingHint(WritingHintKind Kind, string Field, string? Detail = null)
{
    private const int MostSentences = 3;

    /// <summary>For the German text of an entry: what is missing first, then what reads hard.</summary>
    public static IReadOnlyList<WritingHint> For(HandbookKind kind, EntryWords words)
    {
        var hints = words.Missing(kind).Select(key => new WritingHint(WritingHintKind.Missing, key)).ToList();
        hints.AddRange(EntryField.Of(kind)
            .Where(f => !f.IsRequired && string.IsNullOrWhiteSpace(words.Fields.GetValueOrDefault(f.Key)))
            .Select(f => new WritingHint(WritingHintKind.WouldHelp, f.Key)));
        foreach (var (key, text) in words.Fields.Prepend(new("summary", words.Summary)))
        {
            var read = Readability.Of(text);
            hints.AddRange(read.LongSentences.Take(MostSentences).Select(s => new WritingHint(WritingHintKind.LongSentence, key, s)));
            if (read.IsHard)
                hints.Add(new WritingHint(WritingHintKind.HardToRead, key, read.Ease?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return hints;
    }
}
