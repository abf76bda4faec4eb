using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Restrictions;

/// <summary>What is only to be stored from now on, why, and who asked for it.</summary>
public sealed class RestrictForm
{
    /// <summary>The id of the restriction that this form records; sent twice, it records one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "categories")]
    public List<DataCategory> Categories { get; set; } = [];

    [Required]
    [StringLength(RestrictionGround.KeyLength)]
    [Display(Name = "ground")]
    public string? Ground { get; set; }

    [Required]
    [Display(Name = "asked-by")]
    public RestrictionAskedBy? AskedBy { get; set; }

    [Required]
    [Display(Name = "asked-on")]
    public DateOnly? AskedOn { get; set; }

    public DataCategory Covers => Categories.Aggregate(DataCategory.None, (sum, c) => sum | c) & DataCategories.Everything;
}

/// <summary>Why a restriction ends, and how the person learned of it before (GDPR Art. 18 (3)).</summary>
public sealed class LiftForm
{
    [Required]
    [Display(Name = "informed-on")]
    public DateOnly? InformedOn { get; set; }

    [Required]
    [Display(Name = "informed-as")]
    public InformedAs? InformedAs { get; set; }

    /// <summary>As it will be stored, so that blanks and what nobody sees do not count towards a reason.</summary>
    [Visible]
    [StringLength(Restriction.ReasonLength)]
    [PlainText]
    [Display(Name = "lift-reason")]
    public string? Reason { get; set => field = TypedText.Lines(value); }
}

/// <summary>The form of a restriction, and for which case.</summary>
public sealed record RestrictPage(string CaseHref, string Number, RestrictForm Form, DateOnly Today)
{
    public IReadOnlyList<Choice> Categories { get; init; } = [];

    public IReadOnlyList<Choice> Grounds { get; init; } = [];

    public IReadOnlyList<Choice> Askers { get; init; } = [];
}

/// <summary>The form that lifts a restriction.</summary>
/// <param name="Restricted">"Status, Arbeit".</param>
/// <param name="Since">The day since when it runs.</param>
public sealed record LiftPage(string CaseHref, string Number, LiftForm Form, string Restricted, DateOnly Since, DateOnly Today)
{
    public string Ground { get; init; } = "";

    public IReadOnlyList<Choice> Ways { get; init; } = [];
}
