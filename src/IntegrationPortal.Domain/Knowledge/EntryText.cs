namespace IntegrationPortal.Domain.Knowledge;

/// <summary>The languages an entry is written in; plain German is a text of its own, not a translation by machine.</summary>
public enum EntryLanguage
{
    De,
    En,

    /// <summary>Einfache Sprache.</summary>
    Plain,
}

/// <summary>One point of an agenda.</summary>
public sealed record AgendaItem(int Minutes, string Title, string Text)
{
    public const int TitleLength = 120;
    public const int TextLength = 600;
}

/// <summary>What one version of an entry says in one language.</summary>
public sealed class EntryText
{
    public const int TitleLength = 120;
    public const int SummaryLength = 500;
    public const int MostAgendaItems = 30;

    private EntryText()
    {
    }

    public EntryText(EntryLanguage language, EntryWords words)
    {
        Language = language;
        Title = words.Title;
        Summary = words.Summary;
        Fields = words.Fields;
        Agenda = words.Agenda;
    }

    public Guid EntryId { get; private set; }

    public int Number { get; private set; }

    public EntryLanguage Language { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What it is and for whom, in a few sentences; shown in lists.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Texts under the keys of <see cref="EntryField"/>; a missing one was not written.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>Formats only.</summary>
    public IReadOnlyList<AgendaItem> Agenda { get; private set; } = [];

    public EntryWords Words => new(Title, Summary, Fields, Agenda);

    public string? Field(string key) => Fields.TryGetValue(key, out var text) && text.Length > 0 ? text : null;

    internal void Write(EntryWords words) => (Title, Summary, Fields, Agenda) = (words.Title, words.Summary, words.Fields, words.Agenda);
}

/// <summary>What somebody has written, in one language.</summary>
public sealed record EntryWords(string Title, string Summary, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<AgendaItem> Agenda)
{
    public bool AreEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Summary) && Fields.Values.All(string.IsNullOrWhiteSpace) && Agenda.Count == 0;

    /// <summary>Too long in one place, or a field that this kind does not have.</summary>
    public Refusal? WhyNotFor(HandbookKind kind)
    {
        if (Title.Length > EntryText.TitleLength)
            return new Refusal("entry-text-too-long", EntryText.TitleLength);
        if (Summary.Length > EntryText.SummaryLength)
            return new Refusal("entry-text-too-long", EntryText.SummaryLength);
        if (Agenda.Count > (kind == HandbookKind.Format ? EntryText.MostAgendaItems : 0) || Agenda.Any(a => a.Minutes is < 1 or > 600))
            return new Refusal("entry-agenda-not-valid", EntryText.MostAgendaItems);
        if (Agenda.Any(a => a.Title.Length > AgendaItem.TitleLength || a.Text.Length > AgendaItem.TextLength))
            return new Refusal("entry-text-too-long", AgendaItem.TextLength);
        var known = EntryField.Of(kind);
        foreach (var (key, text) in Fields)
        {
            if (known.FirstOrDefault(f => f.Key == key) is not { } field)
                return new Refusal("entry-field-unknown", key);
            if (text.Length > field.MaxLength)
                return new Refusal("entry-text-too-long", field.MaxLength);
        }

        return null;
    }

    /// <summary>Keys of what has to be written before it can be submitted.</summary>
    public IEnumerable<string> Missing(HandbookKind kind)
    {
        if (string.IsNullOrWhiteSpace(Title))
            yield return "title";
        if (string.IsNullOrWhiteSpace(Summary))
            yield return "summary";
        foreach (var field in EntryField.Of(kind).Where(f => f.IsRequired && string.IsNullOrWhiteSpace(Fields.GetValueOrDefault(f.Key))))
            yield return field.Key;
        if (kind == HandbookKind.Format && Agenda.Count == 0)
            yield return "agenda";
    }
}
