using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain;
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

    public static bool IsPlain(string text) => PlainText.Is(text);
}
