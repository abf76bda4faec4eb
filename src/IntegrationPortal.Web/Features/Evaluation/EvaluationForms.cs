using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>A plan begins with its name and the month of T0.</summary>
public sealed class PlanForm
{
    /// <summary>The id of the plan, so that sending the form twice makes one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "plan-title"), Visible, StringLength(EvaluationPlan.TitleLength), PlainText]
    public string? Title { get; set; }

    [Required, Display(Name = "begins")]
    public DateOnly? Begins { get; set; }
}

/// <summary>A question and the indicators that will answer it.</summary>
public sealed class QuestionForm : IVersionedForm
{
    /// <summary>Version of the plan that the page showed: a second click adds no second question.</summary>
    public uint Version { get; set; }

    [Display(Name = "question"), Visible, StringLength(EvaluationPlan.QuestionLength), PlainText]
    public string? Text { get; set; }

    [Display(Name = "measured-by"), MaxLength(100)]
    public List<string> Codes { get; set; } = [];
}
