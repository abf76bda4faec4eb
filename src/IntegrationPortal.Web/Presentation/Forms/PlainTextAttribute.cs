using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// Text of any script, but text: no control characters (PostgreSQL cannot store U+0000), no halves of characters. Line breaks
/// and tabs are text.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PlainTextAttribute : ValidationAttribute
{
    public PlainTextAttribute() => ErrorMessage = "plain-text";

    public override bool IsValid(object? value) => value switch
    {
        string text => IsPlain(text),
        IEnumerable<string?> texts => texts.All(t => t is null || IsPlain(t)),
        _ => true,
    };

    public static bool IsPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            // A half of a character does not decode.
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t'))
                return false;
            rest = rest[length..];
        }

        return true;
    }
}
