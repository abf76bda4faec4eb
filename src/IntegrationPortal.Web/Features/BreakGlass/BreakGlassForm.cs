using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.BreakGlass;

/// <summary>Why the coordination has to open a case in which it does not take part.</summary>
public sealed class BreakGlassForm
{
    /// <summary>As it will be stored, so that blanks and what nobody sees do not count towards a reason.</summary>
    [Visible]
    [StringLength(CaseEvent.ReasonLength, MinimumLength = 10)]
    [PlainText]
    [Display(Name = "reason")]
    public string? Reason { get; set => field = TypedText.Lines(value); }
}

/// <summary>The form, for which case, and who will be told.</summary>
public sealed record BreakGlassPage(Guid CaseId, string Number, WhoIsTold Told, BreakGlassForm Form);
