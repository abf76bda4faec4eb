using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Why a case ends, and on which day.</summary>
public sealed class CloseForm
{
    [Required]
    [Display(Name = "reason")]
    public ClosureReason? Reason { get; set; }

    [Required]
    [Display(Name = "closed-on")]
    public DateOnly? On { get; set; }

    [StringLength(CaseEvent.ReasonLength)]
    [PlainText]
    [Display(Name = "note")]
    public string? Note { get; set; }

    /// <param name="eraseOn">As the retention rule of that day has it.</param>
    public ClosingDetails Details(DateOnly eraseOn) => new(On!.Value, Reason!.Value, eraseOn, TypedText.OrNull(Note));
}

/// <summary>Why a case goes on after all.</summary>
public sealed class ReopenCaseForm
{
    [Required]
    [StringLength(CaseEvent.ReasonLength)]
    [PlainText]
    [Display(Name = "reopen-reason")]
    public string? Reason { get; set; }
}
