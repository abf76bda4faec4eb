using System.Text;

namespace IntegrationPortal.Domain.Persons;

/// <summary>Latin letters that do not fall apart into a base letter and marks, with their search form.</summary>
internal static class LatinLetters
{
    private static readonly Dictionary<int, string> Known = Table(
        ("Ææ", "AE"), ("Œœ", "OE"), ("Øø", "OE"), ("Þþ", "TH"), ("ßẞ", "SS"), ("ÐðĐđ", "D"), ("Ħħ", "H"), ("ĸ", "K"),
        ("Łł", "L"), ("Ŋŋ", "N"), ("Ŧŧ", "T"), ("Ƈƈ", "C"), ("Əəǝ", "E"), ("Ɨɨı", "I"), ("Ʒʒ", "Z"), ("Ǥǥ", "G"),
        // beyond DIN 91379: West African, Berber and Azerbaijani letters in names that come with passports
        ("Ɓɓƀ", "B"), ("ƉɖƊɗ", "D"), ("ƎƐɛ", "E"), ("Ɠɠ", "G"), ("Ɣɣ", "GH"), ("Ƙƙ", "K"), ("Ɲɲ", "N"), ("Ɔɔ", "O"),
        ("Ƥƥ", "P"), ("Ɍɍ", "R"), ("Ʃʃ", "SH"), ("Ƭƭ", "T"), ("Ʊʊ", "U"), ("Ʋʋ", "V"), ("Ƴƴ", "Y"), ("Ƶƶ", "Z"),
        ("Ȼȼ", "C"), ("Ɇɇ", "E"), ("Ɉɉ", "J"), ("Ⱥⱥ", "A"), ("Ƚƚ", "L"), ("Ⱦⱦ", "T"), ("Ɵɵ", "O"), ("ɪ", "I"), ("ȷ", "J"));

    public static bool TryGet(Rune letter, out string latin) => Known.TryGetValue(letter.Value, out latin!);

    private static Dictionary<int, string> Table(params (string Letters, string Latin)[] rows) =>
        rows.SelectMany(r => r.Letters.Select(l => (Letter: (int)l, r.Latin))).ToDictionary(r => r.Letter, r => r.Latin);
}
