using System.ComponentModel.DataAnnotations;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>Required, and something that can be seen: a text of nothing but blanks and marks without width is as good as none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VisibleAttribute : RequiredAttribute
{
    public override bool IsValid(object? value) => value is string text && TypedText.Line(text) is not null;
}
