using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Pilots;

public sealed class PilotMeasureForm : IVersionedForm
{
    public Guid Id { get; set; }

    /// <summary>Version of the measure that the page showed; 0 for a new one.</summary>
    public uint Version { get; set; }

    [Display(Name = "measure"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Title { get; set; }

    [Required, Display(Name = "field")]
    public FieldOfAction? Field { get; set; }

    [Display(Name = "responsible"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Responsible { get; set; }

    /// <summary>Whole euros.</summary>
    [Display(Name = "budget"), Range(0, (double)PilotMeasure.MostEuros)]
    public int? Budget { get; set; }

    [Display(Name = "due-on")]
    public DateOnly? DueOn { get; set; }

    [Required, Display(Name = "measure-state")]
    public MeasureState? State { get; set; }

    [Display(Name = "evidence"), StringLength(Pilot.TextLength), PlainText]
    public string? Evidence { get; set; }

    public MeasureWords Words() =>
        new(Field!.Value, TypedText.Line(Title)!, TypedText.Line(Responsible)!, Budget, DueOn, State!.Value, TypedText.Lines(Evidence));

    public static PilotMeasureForm Of(PilotMeasure measure, uint version) => new()
    {
        Id = measure.Id, Version = version, Title = measure.Title, Field = measure.Field, Responsible = measure.Responsible, Budget = (int?)measure.Budget,
        DueOn = measure.DueOn, State = measure.State, Evidence = measure.Evidence,
    };
}

public sealed class DecisionForm
{
    public Guid Id { get; set; }

    [Required, Display(Name = "decided-on")]
    public DateOnly? DecidedOn { get; set; }

    [Display(Name = "body"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Body { get; set; }

    [Display(Name = "subject"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Subject { get; set; }

    [Required, Display(Name = "outcome")]
    public DecisionOutcome? Outcome { get; set; }

    [Display(Name = "reference"), StringLength(Pilot.LineLength), PlainText]
    public string? Reference { get; set; }
}

public sealed class SeatForm
{
    public Guid Id { get; set; }

    [Display(Name = "function"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Function { get; set; }

    [Display(Name = "office"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Office { get; set; }

    [Display(Name = "person-name"), StringLength(Pilot.LineLength), PlainText]
    public string? PersonName { get; set; }
}

public sealed class ContinuationForm
{
    public Guid Id { get; set; }

    [Required, Display(Name = "told-on")]
    public DateOnly? AskedOn { get; set; }

    [Display(Name = "position-is-funded")]
    public bool PositionFunded { get; set; }

    [Display(Name = "template-is-in-use")]
    public bool TemplateInUse { get; set; }

    [Display(Name = "note"), StringLength(Pilot.TextLength), PlainText]
    public string? Note { get; set; }
}
