using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Pilots;

public sealed class FieldsForm : IVersionedForm
{
    /// <summary>Version of the pilot that the page showed.</summary>
    public uint Version { get; set; }

    [Display(Name = "fields")]
    public List<PilotFields> Fields { get; set; } = [];

    public static FieldsForm Of(Pilot pilot, uint version) => new() { Version = version, Fields = Several.Split(pilot.Fields) };
}

public sealed class WithdrawalForm : IVersionedForm
{
    /// <summary>Version of the pilot that the page showed.</summary>
    public uint Version { get; set; }

    [Required, Display(Name = "withdrawn-on")]
    public DateOnly? On { get; set; }

    [Display(Name = "withdrawal-reason"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Reason { get; set; }

    [Display(Name = "withdrawal-leaves"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Leaves { get; set; }

    public Withdrawal Words() => new(On!.Value, TypedText.Lines(Reason)!, TypedText.Lines(Leaves)!);
}
