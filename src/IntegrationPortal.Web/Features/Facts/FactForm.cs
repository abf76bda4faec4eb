using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Facts;

/// <summary>A dated fact of one kind. What it may never hold stands above the field.</summary>
public sealed class FactForm
{
    /// <summary>The id of the fact that this form records; sent twice, it records one.</summary>
    public Guid Id { get; set; }

    public FactKind Kind { get; set; }

    /// <summary>Only asked for kinds that have a list.</summary>
    [StringLength(50)]
    [Display(Name = "code")]
    public string? Code { get; set; }

    [StringLength(PersonFact.ValueLength)]
    [PlainText]
    [Display(Name = "value")]
    public string? Value { get; set; }

    [Required]
    [StringLength(PersonFact.SourceLength)]
    [PlainText]
    [Display(Name = "source")]
    public string? Source { get; set; }

    [Required]
    [Display(Name = "valid-from")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "valid-until")]
    public DateOnly? ValidUntil { get; set; }

    public bool HasList => FactKinds.HasList(Kind);

    /// <summary>Whether the kind has words of its own for what its days mean.</summary>
    public bool ExplainsDays => Kind is FactKind.Benefit or FactKind.CourseEntitlement or FactKind.CourseStart or FactKind.Employment;
}

/// <summary>What stands around the form: the case, and the kinds that may be recorded.</summary>
public sealed record FactFrame(string CaseHref, string CaseNumber, IReadOnlyList<FactKindChoice> Kinds);

/// <summary>One kind of fact, with the words of its category.</summary>
public sealed record FactKindChoice(string Href, string Kind, string Category, string Holds);
