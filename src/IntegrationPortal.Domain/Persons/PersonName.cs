using System.Globalization;
using System.Text;

namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// The rules for a person's name: one text in any script, as it is in the document or as the person is called. No family name is
/// asked for and nothing is split, since many names have none; only what could deceive a reader is refused.
/// </summary>
public static class PersonName
{
    public const int MaxLength = 200;

    // Marks without width that come along when names are copied; the joiners U+200C and U+200D spell Persian and stay.
    private static readonly Rune[] Dropped = [.. new[] { 0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF }.Select(v => new Rune(v))];

    /// <summary>The name as it is stored: composed (NFC), trimmed, one blank between words, without invisible marks.</summary>
    /// <exception cref="RefusedException">See <see cref="WhyNot"/>.</exception>
    public static string Clean(string? text)
    {
        Refusal.If(WhyNot(text));
        return Tidy(text!);
    }

    /// <summary>
    /// Refusals: <c>name-missing</c>, <c>name-too-long</c> ({0} is <see cref="MaxLength"/>), <c>name-without-letters</c>,
    /// <c>name-control-character</c>, <c>name-direction-override</c> (characters that turn the reading direction can show another name
    /// than the one stored).
    /// </summary>
    public static Refusal? WhyNot(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new("name-missing");

        // Oversized input is not worth normalising.
        if (text.Length > MaxLength * 10)
            return new("name-too-long", MaxLength);
        var trimmed = text.Trim();
        if (!IsWellFormed(trimmed) || trimmed.EnumerateRunes().Any(IsControl))
            return new("name-control-character");
        if (trimmed.EnumerateRunes().Any(TurnsDirection))
            return new("name-direction-override");
        var name = Tidy(trimmed);
        if (!name.EnumerateRunes().Any(Rune.IsLetter))
            return new("name-without-letters");
        return name.Length > MaxLength ? new("name-too-long", MaxLength) : null;
    }

    private static string Tidy(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                if (!Dropped.Contains(rune))
                    kept.Append(rune);
            }
            else if (kept.Length > 0 && kept[^1] != ' ')
            {
                kept.Append(' ');
            }
        }

        return kept.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (!char.IsHighSurrogate(text[i]) || ++i == text.Length || !char.IsLowSurrogate(text[i])))
                return false;
        }

        return true;
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse
        || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
