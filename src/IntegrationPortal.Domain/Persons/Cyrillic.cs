using System.Text;

namespace IntegrationPortal.Domain.Persons;

/// <summary>Cyrillic letters in Latin, as Ukrainian passports write them; letters of other Cyrillic alphabets after ICAO 9303.</summary>
internal static class Cyrillic
{
    private const string Letters = "АБВГҐДЕЖЗИІКЛМНОПРСТУФХЦЧШЩЬЪЫЭЂЃЅЈЉЊЌЋЏЁЎ";

    private static readonly string[] Latin =
    [
        "A", "B", "V", "H", "G", "D", "E", "ZH", "Z", "Y", "I", "K", "L", "M", "N", "O", "P", "R", "S", "T", "U", "F", "KH", "TS",
        "CH", "SH", "SHCH", "", "IE", "Y", "E", "D", "G", "DZ", "J", "LJ", "NJ", "K", "C", "DZ", "E", "U",
    ];

    // By its capital: some old small letters (U+1C80 to U+1C87) lie elsewhere.
    public static bool IsCyrillic(Rune letter) => Rune.ToUpperInvariant(letter).Value is >= 0x0400 and <= 0x052F;

    /// <param name="composed">The letter with its marks in one piece, so that й and ї are known.</param>
    /// <param name="bare">The letter without marks, for what is not known in one piece.</param>
    /// <param name="atWordStart">є, ї, й, ю and я begin with Y at the start of a word, with I inside.</param>
    /// <param name="afterZ">зг is ZGH, so that it differs from ж.</param>
    public static string ToLatin(string composed, Rune bare, bool atWordStart, bool afterZ)
    {
        var letter = char.ToUpperInvariant(composed[0]);
        return letter switch
        {
            'Є' => atWordStart ? "YE" : "IE",
            'Ї' => atWordStart ? "YI" : "I",
            'Й' => atWordStart ? "Y" : "I",
            'Ю' => atWordStart ? "YU" : "IU",
            'Я' => atWordStart ? "YA" : "IA",
            'Г' when afterZ => "GH",
            _ => Find(letter) ?? Find(char.ToUpperInvariant((char)bare.Value)) ?? "",
        };
    }

    private static string? Find(char letter) => Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var i ? Latin[i] : null;
}
