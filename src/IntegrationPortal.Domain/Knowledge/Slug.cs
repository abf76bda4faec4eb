using System.Globalization;
using System.Text;

namespace IntegrationPortal.Domain.Knowledge;

/// <summary>The last part of an entry's address: small letters, digits and hyphens, readable in every browser.</summary>
public static class Slug
{
    public const int Length = 80;

    /// <summary>"Übergabe: wer macht was?" becomes "uebergabe-wer-macht-was"; empty when nothing is left.</summary>
    public static string Of(string title)
    {
        var spelled = new StringBuilder(title.Length + 8);
        foreach (var c in title.Normalize(NormalizationForm.FormC).ToLowerInvariant())
            spelled.Append(c switch { 'ä' => "ae", 'ö' => "oe", 'ü' => "ue", 'ß' => "ss", _ => c.ToString() });
        var slug = new StringBuilder(spelled.Length);
        foreach (var c in spelled.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = slug.ToString();
        return (text.Length > Length ? text[..Length] : text).Trim('-');
    }

    /// <summary>The same with the end of an id behind it, which nobody else has.</summary>
    public static string With(string slug, Guid id)
    {
        var end = "-" + id.ToString()[^8..];
        return slug[..Math.Min(slug.Length, Length - end.Length)].TrimEnd('-') + end;
    }

    /// <summary>Pages of the chapters themselves.</summary>
    private static readonly string[] Taken = ["print", "new", "search", "map", "offline"];

    public static bool IsValid(string slug) =>
        !Taken.Contains(slug) && slug.Length is > 0 and <= Length && slug[0] != '-' && slug[^1] != '-' && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>An address that an entry had before; it leads to the present one for good.</summary>
public sealed class EarlierSlug
{
    private EarlierSlug()
    {
    }

    internal EarlierSlug(HandbookEntry entry) => (Kind, Slug, EntryId) = (entry.Kind, entry.Slug, entry.Id);

    public HandbookKind Kind { get; private set; }

    public string Slug { get; private set; } = "";

    public Guid EntryId { get; private set; }
}
