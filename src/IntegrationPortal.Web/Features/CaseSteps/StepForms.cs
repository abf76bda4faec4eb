using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>Since when the deadline runs, for a step whose deadline the law counts from an event.</summary>
public sealed class StartForm
{
    [Display(Name = "event-on")]
    public DateOnly? EventOn { get; set; }
}

/// <summary>
/// How a step ended, for one that has results, and when, where that was not today; and since when the deadline of the next one runs, where the law
/// counts from an event.
/// </summary>
public sealed class FinishForm
{
    [Display(Name = "finish-result")]
    public string? Result { get; set; }

    [Display(Name = "finish-on")]
    public DateOnly? On { get; set; }

    [Display(Name = "next-event-on-short")]
    public DateOnly? NextEventOn { get; set; }
}

/// <summary>Why a step is not over after all.</summary>
public sealed class ReopenForm
{
    [Required]
    [StringLength(CaseStep.ReasonLength)]
    [PlainText]
    [Display(Name = "reopen-reason")]
    public string? Reason { get; set; }
}

/// <summary>Why a step is not needed for this person.</summary>
public sealed class SkipForm
{
    [Required]
    [StringLength(CaseStep.ReasonLength)]
    [PlainText]
    [Display(Name = "skip-reason")]
    public string? Reason { get; set; }
}

/// <summary>What keeps a step from going on.</summary>
public sealed class BlockForm
{
    [Required]
    [Display(Name = "block-why")]
    public BlockReason? Why { get; set; }

    [StringLength(CaseStep.ReasonLength)]
    [PlainText]
    [Display(Name = "block-more")]
    public string? More { get; set; }
}
