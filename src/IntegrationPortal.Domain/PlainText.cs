using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationPortal.Domain;

/// <summary>Text of any script, but text: no control characters (PostgreSQL cannot store U+0000), no halves of characters. Line breaks and tabs are text.</summary>
public static class PlainText
{
    public static bool Is(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            // A half of a character does not decode.
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
                return false;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t'))
                return false;
            rest = rest[length..];
        }

        return true;
    }
}
