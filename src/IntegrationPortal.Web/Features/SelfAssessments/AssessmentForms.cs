using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.SelfAssessments;

/// <summary>The statements of one field, in their order.</summary>
public sealed class FieldForm : IVersionedForm
{
    /// <summary>Version of the assessment that the page showed.</summary>
    public uint Version { get; set; }

    [MaxLength(10)]
    public List<ItemForm> Items { get; set; } = [];

    public static FieldForm Of(SelfAssessment assessment, AssessmentField field, uint version) => new()
    {
        Version = version, Items = [.. field.Items.Select(i => ItemForm.Of(assessment.Answers.FirstOrDefault(a => a.ItemKey == i.Key)))],
    };
}

public sealed class ItemForm
{
    [Display(Name = "level")]
    public AssessmentLevel? Level { get; set; }

    [StringLength(AssessmentAnswer.EvidenceLength), PlainText, Display(Name = "evidence")]
    public string? Evidence { get; set; }

    [Display(Name = "kinds")]
    public List<EvidenceKinds> Kinds { get; set; } = [];

    public AnswerWords Words() => new(Level, TypedText.Lines(Evidence), Several.Sum(Kinds));

    public static ItemForm Of(AssessmentAnswer? answer) => new() { Level = answer?.Level, Evidence = answer?.Evidence, Kinds = Several.Split(answer?.Kinds ?? EvidenceKinds.None) };
}

/// <summary>What shall be done about a field.</summary>
public sealed class MeasureForm
{
    /// <summary>The id of the measure, so that sending the form twice plans one.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "field")]
    public string? Field { get; set; }

    [Display(Name = "measure"), Visible, StringLength(AssessmentMeasure.TextLength), PlainText]
    public string? Text { get; set; }

    [Required, Display(Name = "responsible")]
    public Guid? Responsible { get; set; }

    [Required, Display(Name = "due-on")]
    public DateOnly? DueOn { get; set; }
}
