namespace IntegrationPortal.Domain.Knowledge;

/// <summary>What an editor says about one paragraph of a version, and whether the office has taken it up. Named by office, never by person.</summary>
public sealed class EntryComment
{
    public const int TextLength = 1000;

    private EntryComment()
    {
    }

    public Guid Id { get; private set; }

    public Guid EntryId { get; private set; }

    /// <summary>The version it was said about.</summary>
    public int Number { get; private set; }

    /// <summary>In which of its texts.</summary>
    public EntryLanguage Language { get; private set; }

    /// <summary>Key of an <see cref="EntryField"/>, or "title", "summary", "agenda".</summary>
    public string Field { get; private set; } = "";

    /// <summary>From 1; 0 is the field as a whole.</summary>
    public int Paragraph { get; private set; }

    public string Text { get; private set; } = "";

    public Guid UserId { get; private set; }

    public string Office { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The office has taken it up in its text.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What the office says to it, where the text alone does not.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Only while the foundation has the version in review.</summary>
    public static Refusal? WhyNotSay(HandbookEntry entry, Writer by)
    {
        return !by.Reviews ? new Refusal("entry-review-by-foundation")
            : entry.Open?.State != EntryState.InReview ? new Refusal("entry-cannot-move")
            : null;
    }

    public static EntryComment Say(Guid id, HandbookEntry entry, string field, int paragraph, string text, Writer by, DateTimeOffset now, EntryLanguage language = EntryLanguage.De)
    {
        Refusal.If(WhyNotSay(entry, by)
            ?? (string.IsNullOrWhiteSpace(text) ? new Refusal("entry-reason-missing") : null)
            ?? (!Commentable(entry.Kind).Contains(field) ? new Refusal("entry-field-unknown", field) : null)
            ?? (entry.Open!.In(language) is null ? new Refusal("entry-cannot-move") : null));
        return new EntryComment
        {
            Id = id,
            EntryId = entry.Id,
            Number = entry.Open!.Number,
            Language = language,
            Field = field,
            Paragraph = paragraph,
            Text = text,
            UserId = by.UserId,
            Office = by.Office,
            At = now,
        };
    }

    public static Refusal? WhyNotSettle(HandbookEntry entry, Writer by) =>
        by.WritesFor(entry.MunicipalityId) ? null : new Refusal("entry-not-yours");

    /// <summary>Said twice it stays as it was said first.</summary>
    public void Settle(HandbookEntry entry, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotSettle(entry, by));
        DoneAt ??= now;
    }

    /// <summary>Once, and before it is settled.</summary>
    public Refusal? WhyNotAnswer(HandbookEntry entry, Writer by) =>
        WhyNotSettle(entry, by) ?? (AnsweredAt is not null || DoneAt is not null ? new Refusal("comment-answered-already") : null);

    public void AnswerWith(string text, HandbookEntry entry, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAnswer(entry, by) ?? (string.IsNullOrWhiteSpace(text) ? new Refusal("entry-reason-missing") : null));
        (Answer, AnsweredAt) = (text, now);
    }

    private static IEnumerable<string> Commentable(HandbookKind kind) => EntryField.Of(kind).Select(f => f.Key).Concat(["title", "summary", "agenda"]);
}
