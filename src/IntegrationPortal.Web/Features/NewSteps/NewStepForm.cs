using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.NewSteps;

/// <summary>A step that no template foresees.</summary>
public sealed class NewStepForm
{
    /// <summary>The id of the step that this form adds; sent twice, it adds one.</summary>
    public Guid Id { get; set; }

    [Required]
    [StringLength(CaseStep.TitleLength)]
    [PlainText]
    [Display(Name = "step-title")]
    public string? Title { get; set; }

    [Required]
    [StringLength(50)]
    [Display(Name = "step-kind")]
    public string? ResponsibleKind { get; set; }

    [Required]
    [Range(1, CaseStep.MaxWorkingDays)]
    [Display(Name = "step-days")]
    public int? WorkingDays { get; set; }

    [StringLength(CaseStep.TitleLength)]
    [PlainText]
    [Display(Name = "step-basis")]
    public string? LegalBasis { get; set; }

    [Display(Name = "step-after")]
    public Guid? After { get; set; }
}
