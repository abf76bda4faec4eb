using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Calendar;
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

    [Display(Name = "step-deadline")]
    public DeadlineKind Deadline { get; set; } = DeadlineKind.Target;

    [Required]
    [Range(1, CaseStep.MaxWorkingDays)]
    [Display(Name = "step-length")]
    public int? Length { get; set; }

    /// <summary>Null for working days.</summary>
    [Display(Name = "step-unit")]
    public LawUnit? Unit { get; set; }

    [StringLength(CaseStep.TitleLength)]
    [PlainText]
    [Display(Name = "step-basis")]
    public string? LegalBasis { get; set; }

    [Display(Name = "step-since")]
    public DateOnly? EventOn { get; set; }

    [Display(Name = "step-irrevocable")]
    public bool Irrevocable { get; set; }

    [Display(Name = "step-after")]
    public Guid? After { get; set; }

    /// <summary>Asked once a length was given.</summary>
    public AddedDeadline ReadDeadline()
    {
        var basis = TypedText.OrNull(LegalBasis);
        var lasting = Unit is { } unit ? AddedDeadline.Lasting(Deadline, new LawPeriod(Length!.Value, unit), basis) : new AddedDeadline(Deadline, Length!.Value, basis);
        return lasting with { EventOn = EventOn, IsIrrevocable = Irrevocable };
    }
}
