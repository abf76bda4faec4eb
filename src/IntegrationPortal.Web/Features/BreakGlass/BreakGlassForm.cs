using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.BreakGlass;

/// <summary>Why the coordination has to open a case in which it does not take part.</summary>
public sealed class BreakGlassForm
{
    [Required]
    [StringLength(CaseEvent.ReasonLength, MinimumLength = 10)]
    [PlainText]
    [Display(Name = "reason")]
    public string? Reason { get; set; }
}
