using System.Globalization;
using System.Text;

namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// A name as search compares it: capital letters A to Z after the search form of DIN 91379 (ä is AE, ø is OE, ş is S), words
/// parted by one space. Cyrillic is written in Latin as in Ukrainian passports (decree 55 of 2010; letters Ukrainian lacks after
/// ICAO 9303). Other scripts have no one Latin form: their letters stay, without vowel signs, so that a name finds itself in its own script.
/// </summary>
public static class SearchForm
{
    /// <summary>Takes any text, well-formed or not; null and text without letters give an empty form.</summary>
    public static string Of(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return "";
        var result = new StringBuilder(name.Length + 8);
        var letters = Decomposed(name);
        for (var i = 0; i < letters.Length;)
        {
            // One letter with the marks on it: the marks decide between A and AE.
            var length = 1;
            while (i + length < letters.Length && IsMark(letters[i + length]))
                length++;
            Append(result, letters.AsSpan(i, length));
            i += length;
        }

        return result.ToString().TrimEnd();
    }

    private static Rune[] Decomposed(string name)
    {
        // EnumerateRunes reads a lone surrogate as U+FFFD; Normalize refuses surrogates and U+FFFE.
        var wellFormed = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value != 0xFFFE)
                wellFormed.Append(rune);
        }

        return [.. wellFormed.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()];
    }

    private static void Append(StringBuilder result, ReadOnlySpan<Rune> cluster)
    {
        var letter = cluster[0];
        if (letter.IsAscii)
            AppendAscii(result, (char)letter.Value, cluster);
        else if (LatinLetters.TryGet(letter, out var latin))
            result.Append(latin);
        else if (Cyrillic.IsCyrillic(letter))
            result.Append(Cyrillic.ToLatin(Composed(cluster), letter, atWordStart: result.Length == 0 || result[^1] == ' ', afterZ: Ends(result, 'Z')));
        else if (OwnScriptLetters.TryGet(letter, out var kept))
            result.Append(kept);
        else if (IsSeparator(letter) && result.Length > 0 && result[^1] != ' ')
            result.Append(' ');
    }

    private static void AppendAscii(StringBuilder result, char letter, ReadOnlySpan<Rune> cluster)
    {
        if (char.IsAsciiLetter(letter))
        {
            letter = char.ToUpperInvariant(letter);
            result.Append(letter);
            if (letter is 'A' or 'O' or 'U' && Has(cluster, '\u0308'))
                result.Append('E');
            else if (letter is 'A' && Has(cluster, '\u030A'))
                result.Append('A');
        }
        else if (IsSeparator(new Rune(letter)) && result.Length > 0 && result[^1] != ' ')
        {
            result.Append(' ');
        }
    }

    private static bool Has(ReadOnlySpan<Rune> cluster, char mark) => cluster[1..].Contains(new Rune(mark));

    private static bool Ends(StringBuilder result, char letter) => result.Length > 0 && result[^1] == letter;

    private static string Composed(ReadOnlySpan<Rune> cluster)
    {
        var text = new StringBuilder();
        foreach (var rune in cluster)
            text.Append(rune);
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Apostrophes join (O'Neill is ONEILL); blanks, hyphens, commas and slashes part.
    private static bool IsSeparator(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation
        || rune.Value is ',' or ';' or '/' or '.' or '(' or ')' or '&' or '+' or 0x060C or 0xFFFD;
}
