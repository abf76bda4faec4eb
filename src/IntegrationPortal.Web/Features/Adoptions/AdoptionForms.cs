using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Adoptions;

/// <summary>What is done otherwise here.</summary>
public sealed class AdaptForm : IVersionedForm
{
    /// <summary>Of a new plan, so that sending the form twice makes one.</summary>
    public Guid Id { get; set; }

    /// <summary>Version of the plan that the page showed; 0 for a new one.</summary>
    public uint Version { get; set; }

    [Display(Name = "adaptation"), StringLength(Adoption.TextLength), PlainText]
    public string? Adaptation { get; set; }

    public static AdaptForm Of(Adoption plan, uint version) => new() { Version = version, Adaptation = plan.Adaptation };
}

public sealed class StepForm : IVersionedForm
{
    public Guid Id { get; set; }

    public uint Version { get; set; }

    [Display(Name = "step"), Visible, StringLength(AdoptionStep.TextLength), PlainText]
    public string? Text { get; set; }

    [Display(Name = "due-on")]
    public DateOnly? DueOn { get; set; }

    public static StepForm Of(AdoptionStep step, uint version) => new() { Id = step.Id, Version = version, Text = step.Text, DueOn = step.DueOn };
}

public sealed class ResultForm : IVersionedForm
{
    public uint Version { get; set; }

    [Required, Display(Name = "outcome")]
    public AdoptionOutcome? Outcome { get; set; }

    [Display(Name = "result"), Visible, StringLength(Adoption.TextLength), PlainText]
    public string? Result { get; set; }

    [Required, Display(Name = "evidence")]
    public EvidenceGrade? Evidence { get; set; }

    public static ResultForm Of(Adoption plan, uint version) => new() { Version = version, Outcome = plan.Outcome, Result = plan.Result, Evidence = plan.Evidence };
}
