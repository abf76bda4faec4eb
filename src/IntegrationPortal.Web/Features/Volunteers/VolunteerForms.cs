using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>What a volunteer says about themselves; by their own hand or by the coordination's.</summary>
public sealed class VolunteerForm : IVersionedForm
{
    /// <summary>Id of a new volunteer, so that sending the form twice adds one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "called-name"), Visible, StringLength(Person.NameLength), PlainText]
    public string? CalledName { get; set; }

    [Display(Name = "languages")]
    public List<string> Languages { get; set; } = [];

    [Display(Name = "times")]
    public List<MeetingTimes> Times { get; set; } = [];

    [Display(Name = "helps-with")]
    public List<SessionActivities> HelpsWith { get; set; } = [];

    [Display(Name = "district"), StringLength(Volunteer.TextLength), PlainText]
    public string? District { get; set; }

    [Display(Name = "interests"), StringLength(Volunteer.TextLength), PlainText]
    public string? Interests { get; set; }

    [Display(Name = "limits"), StringLength(Volunteer.TextLength), PlainText]
    public string? Limits { get; set; }

    /// <summary>The account, when the coordination writes somebody down who has one.</summary>
    [Display(Name = "account")]
    public Guid? UserId { get; set; }

    public uint Version { get; set; }

    public static VolunteerForm Of(Volunteer volunteer, uint version) => new()
    {
        Id = volunteer.Id, CalledName = volunteer.CalledName, Languages = [.. volunteer.Languages],
        Times = Several.Split(volunteer.Times), HelpsWith = Several.Split(volunteer.HelpsWith), District = volunteer.District, Interests = volunteer.Interests, Limits = volunteer.Limits, Version = version,
    };

    public VolunteerDetails Details(IEnumerable<string> knownLanguages) => new(
        CalledName!, [.. knownLanguages.Where(Languages.Contains)], Several.Sum(Times), Several.Sum(HelpsWith), TypedText.Line(District),
        TypedText.Lines(Interests), TypedText.Lines(Limits));
}

/// <summary>Facts with their days.</summary>
public sealed class FactsForm : IVersionedForm
{
    [Display(Name = "agreement-on")]
    public DateOnly? AgreementOn { get; set; }

    [Display(Name = "confidentiality-on")]
    public DateOnly? ConfidentialityOn { get; set; }

    [Display(Name = "trained-on")]
    public DateOnly? TrainedOn { get; set; }

    [Display(Name = "insured-since")]
    public DateOnly? InsuredSince { get; set; }

    [Display(Name = "allowance-declared-on")]
    public DateOnly? AllowanceDeclaredOn { get; set; }

    public uint Version { get; set; }

    public static FactsForm Of(Volunteer volunteer, uint version) => new()
    {
        AgreementOn = volunteer.AgreementOn, ConfidentialityOn = volunteer.ConfidentialityOn, TrainedOn = volunteer.TrainedOn,
        InsuredSince = volunteer.InsuredSince, AllowanceDeclaredOn = volunteer.AllowanceDeclaredOn, Version = version,
    };

    /// <summary>What was typed, each with its field.</summary>
    internal IEnumerable<(string Field, DateOnly? Day)> Days =>
    [
        (nameof(AgreementOn), AgreementOn), (nameof(ConfidentialityOn), ConfidentialityOn), (nameof(TrainedOn), TrainedOn),
        (nameof(InsuredSince), InsuredSince), (nameof(AllowanceDeclaredOn), AllowanceDeclaredOn),
    ];

    public VolunteerFacts Facts() => new(AgreementOn, ConfidentialityOn, TrainedOn, InsuredSince, AllowanceDeclaredOn);
}

/// <summary>That somebody has seen the certificate of conduct, and the result. There is no field for a file.</summary>
public sealed class ConductForm : IVersionedForm
{
    [Required, Display(Name = "seen-on")]
    public DateOnly? SeenOn { get; set; }

    [Required, Display(Name = "is-clear")]
    public ConductResult? Result { get; set; }

    public uint Version { get; set; }

    /// <summary>What is known of the last look.</summary>
    public static ConductForm Of(Volunteer volunteer, uint version) => new()
    {
        SeenOn = volunteer.CertificateSeenOn, Version = version,
        Result = volunteer.CertificateIsClear is { } clear ? (clear ? ConductResult.Clear : ConductResult.NotClear) : null,
    };
}

/// <summary>The two results of a look at the certificate.</summary>
public enum ConductResult
{
    Clear,
    NotClear,
}
