using System.Text.RegularExpressions;

namespace IntegrationPortal.Domain.Knowledge;

/// <summary>
/// A picture of an entry, drawn anew from what was uploaded: nothing of the file itself is kept. Texts show it by its address; whoever
/// sees such a text sees the picture.
/// </summary>
public sealed partial class EntryPicture
{
    public const int AltLength = 300;
    public const int CreditLength = 200;

    /// <summary>Of one entry.</summary>
    public const int Most = 12;

    private EntryPicture()
    {
    }

    public Guid Id { get; private set; }

    public Guid EntryId { get; private set; }

    /// <summary>What is to be seen, for those who do not see it.</summary>
    public string Alt { get; private set; } = "";

    /// <summary>Who made it, and under which licence.</summary>
    public string Credit { get; private set; } = "";

    /// <summary>In pixels.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>WebP.</summary>
    public byte[] Content { get; private set; } = [];

    public Guid ByUserId { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public string Address => AddressOf(Id);

    /// <summary>As a text shows it.</summary>
    public string Markdown => $"![{Alt.Replace('[', '(').Replace(']', ')').Replace('\n', ' ')}]({Address})";

    public static string AddressOf(Guid id) => $"/handbook/pictures/{id}";

    /// <param name="there">How many the entry has already.</param>
    public static Refusal? WhyNotAdd(HandbookEntry entry, int there, Writer by) =>
        entry.WhyNotWrite(by) ?? (there >= Most ? new Refusal("picture-too-many", Most) : null);

    public static EntryPicture Add(Guid id, HandbookEntry entry, int there, DrawnPicture drawn, string alt, string credit, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAdd(entry, there, by)
            ?? (string.IsNullOrWhiteSpace(alt) ? new Refusal("picture-alt-missing") : null)
            ?? (alt.Length > AltLength || credit.Length > CreditLength ? new Refusal("entry-text-too-long", AltLength) : null));
        return new EntryPicture
        {
            Id = id,
            EntryId = entry.Id,
            Alt = alt,
            Credit = credit,
            Width = drawn.Width,
            Height = drawn.Height,
            Content = drawn.Content,
            ByUserId = by.UserId,
            AddedAt = now,
        };
    }

    /// <summary>What was handed in or published stays as it was, with its pictures; from a draft they can be taken away.</summary>
    public static Refusal? WhyNotRemove(HandbookEntry entry, Guid id, Writer by)
    {
        return !by.WritesFor(entry.MunicipalityId) ? new Refusal("entry-not-yours")
            : entry.Versions.Any(v => v.State != EntryState.Draft && v.Texts.Any(t => Shows(t, id))) ? new Refusal("picture-in-use")
            : null;
    }

    /// <summary>Ids of the pictures that a text shows, in their order.</summary>
    public static IReadOnlyList<Guid> ShownIn(HandbookKind kind, EntryText text) =>
        [.. EntryField.Of(kind).SelectMany(f => Shown().Matches(text.Field(f.Key) ?? "")).Select(m => Guid.Parse(m.Groups[1].Value)).Distinct()];

    [GeneratedRegex(@"\]\(/handbook/pictures/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)")]
    private static partial Regex Shown();

    public static bool Shows(EntryText text, Guid id) =>
        text.Fields.Values.Any(f => f.Contains(AddressOf(id), StringComparison.Ordinal));
}

/// <summary>A picture as it is stored: a WebP that the portal has drawn itself.</summary>
public sealed record DrawnPicture(int Width, int Height, byte[] Content);
