using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// Text of any script, but text: no control characters (PostgreSQL cannot store U+0000), no halves of characters. Line breaks
/// and tabs are text.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PlainTextAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    // MVC only translates the messages of its own rules, so this one brings its sentence along.
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string text || IsPlain(text))
            return ValidationResult.Success;
        var words = validationContext.GetRequiredService<IStringLocalizer<FormTexts>>();
        return new ValidationResult(words["plain-text", validationContext.DisplayName], [validationContext.MemberName ?? ""]);
    }

    public static bool IsPlain(string text)
    {
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
