using System.Text;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>What somebody typed, as it is stored: trimmed, composed, without characters that cannot be seen or stored; null for nothing.</summary>
public static class TypedText
{
    /// <summary>One line: every white space becomes a blank.</summary>
    public static string? Line(string? typed) => Clean(typed, keepLines: false);

    /// <summary>Several lines: breaks stay.</summary>
    public static string? Lines(string? typed) => Clean(typed, keepLines: true);

    /// <summary>As it was typed, but for blanks around it.</summary>
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string? Clean(string? typed, bool keepLines)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' && keepLines)
                kept.Append('\n');
            else if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (!Rune.IsControl(rune) && !TurnsDirection(rune) && !HasNoWidth(rune) && !IsNoCharacter(rune))
                kept.Append(rune);
        }

        var text = kept.ToString().Trim();
        // A few letters, such as U+0958, become two; whoever counted what was typed must be able to rely on it, so a text never grows.
        if (text.Normalize(NormalizationForm.FormC) is var composed && composed.Length <= text.Length)
            text = composed;
        return text.AsSpan().Trim(" \n\u200C\u200D").Length == 0 ? null : text;
    }

    // What Unicode says is none, such as U+FFFF: no form takes it, XML cannot say it, and what composes letters throws at U+FFFE.
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    // Embeddings and overrides can show another text than the one stored; the browser finds the direction itself.
    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // Marks that come along when text is copied; the joiners U+200C and U+200D spell Persian and stay, unless nothing else does.
    private static bool HasNoWidth(Rune rune) => rune.Value is 0x00AD or 0x061C or 0x200B or 0x200E or 0x200F or 0x2060 or 0xFEFF;
}
