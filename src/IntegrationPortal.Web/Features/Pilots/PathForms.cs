using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>The municipality is the pilot, so sending it twice makes one.</summary>
public sealed class NewPilotForm
{
    [Required, Display(Name = "municipality")]
    public Guid? Municipality { get; set; }

    [Required, Display(Name = "phase")]
    public int? Phase { get; set; }

    [Display(Name = "labour-track")]
    public bool LabourTrack { get; set; }

    [Display(Name = "fields")]
    public List<PilotFields> Fields { get; set; } = [];

    [Required, Display(Name = "applied-on")]
    public DateOnly? AppliedOn { get; set; }

    [Display(Name = "interest"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Interest { get; set; }
}

/// <summary>An agreement to be recorded, or to be corrected: then with the version that was shown.</summary>
public sealed class AgreementForm : IVersionedForm
{
    public Guid Id { get; set; }

    public uint Version { get; set; }

    [Required, Display(Name = "signed-on")]
    public DateOnly? SignedOn { get; set; }

    [Required, Display(Name = "from-on")]
    public DateOnly? FromOn { get; set; }

    [Required, Display(Name = "until-on")]
    public DateOnly? UntilOn { get; set; }

    [Display(Name = "signed-for"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? SignedFor { get; set; }

    public static AgreementForm Of(PilotAgreement agreement, uint version) => new()
    {
        Id = agreement.Id, Version = version, SignedOn = agreement.SignedOn, FromOn = agreement.FromOn, UntilOn = agreement.UntilOn, SignedFor = agreement.SignedFor,
    };
}

public sealed class AssignmentForm
{
    /// <summary>Chosen to end the assignment without another one.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    public Guid Id { get; set; }

    [Required, Display(Name = "facilitator")]
    public Guid? Facilitator { get; set; }

    [Required, Display(Name = "from-on")]
    public DateOnly? FromOn { get; set; }
}

public sealed class PlanForm
{
    [Required, Display(Name = "plan-from")]
    public DateOnly? FromOn { get; set; }
}

public sealed class ReachForm : IVersionedForm
{
    /// <summary>Version of the milestone that the page showed.</summary>
    public uint Version { get; set; }

    [Display(Name = "reached-on")]
    public DateOnly? ReachedOn { get; set; }

    public static ReachForm Of(Milestone milestone, uint version) => new() { Version = version, ReachedOn = milestone.ReachedOn };
}

public sealed class DelayForm
{
    public Guid Id { get; set; }

    [Required, Display(Name = "reason")]
    public DelayReason? Reason { get; set; }

    [Display(Name = "delay-text"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Text { get; set; }

    [Required, Display(Name = "expected-on")]
    public DateOnly? ExpectedOn { get; set; }
}
