namespace IntegrationPortal.Domain.Knowledge;

/// <summary>One named text of an entry. The form, the page and the rules read the same list.</summary>
/// <param name="Key">As in the resource files ("field-…") and in the stored text.</param>
/// <param name="IsRequired">Nothing is submitted without it.</param>
/// <param name="IsOneLine">A line of plain text; otherwise Markdown.</param>
/// <param name="MaxLength">In characters.</param>
public sealed record EntryField(string Key, bool IsRequired, bool IsOneLine = false, int MaxLength = EntryField.MostCharacters)
{
    public const int LineLength = 300;
    public const int MostCharacters = 6000;

    private static readonly Dictionary<HandbookKind, IReadOnlyList<EntryField>> Fields = new()
    {
        [HandbookKind.GoodPractice] =
        [
            new("challenge", true),
            new("approach", true),
            new("partners", true),
            new("target-group", true),
            new("cost", false),
            new("staff", false),
            new("results", true),
            new("failed", false),
            new("transferability", true),
            new("contact", false, true, LineLength),
        ],
        [HandbookKind.Format] =
        [
            new("purpose", true),
            new("preparation", true),
            new("material", true),
            new("result", true),
            new("risks", true),
            new("variations", false),
            new("language-support", true),
            new("accessibility", true),
        ],
        [HandbookKind.Lesson] =
        [
            new("situation", true),
            new("observation", true),
            new("consequence", true),
            new("advice", false),
        ],
        [HandbookKind.News] =
        [
            new("story", true),
            new("studies", false),
        ],
        [HandbookKind.Fact] =
        [
            new("figures", true),
            new("meaning", true),
            new("limits", false),
            new("studies", false),
        ],
    };

    /// <summary>In the order in which they are asked and read.</summary>
    public static IReadOnlyList<EntryField> Of(HandbookKind kind) => Fields.GetValueOrDefault(kind, []);
}
