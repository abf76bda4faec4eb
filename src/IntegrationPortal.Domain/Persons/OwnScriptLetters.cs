using System.Globalization;
using System.Text;

namespace IntegrationPortal.Domain.Persons;

/// <summary>Letters of scripts that search keeps: spellings that readers take for the same letter fall together.</summary>
internal static class OwnScriptLetters
{
    public static bool TryGet(Rune letter, out string kept)
    {
        kept = letter.Value switch
        {
            0x0649 or 0x06CC or 0x06D2 => "\u064A", // alef maksura and Persian/Urdu ye are ye
            0x06A9 or 0x06AA => "\u0643", // Persian kaf is kaf
            0x0629 or 0x06C1 or 0x06BE or 0x06D5 => "\u0647", // ta marbuta and Urdu/Kurdish he are he
            0x0671 => "\u0627", // alef wasla is alef
            0x0640 => "", // tatweel only stretches
            _ when Math.Min(letter.Value, Rune.ToUpperInvariant(letter).Value) < 0x0370 => "", // apostrophes such as ʿ, and letters of phonetic alphabets that no name has
            _ => Rune.IsLetter(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark
                ? Rune.ToUpperInvariant(letter).ToString()
                : "",
        };
        return kept.Length > 0;
    }
}
