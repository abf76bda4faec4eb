using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Consents;

/// <summary>What the person agreed to: who may receive which data for which purpose and how long, and how it was explained.</summary>
public sealed class RecordConsentForm
{
    /// <summary>The id of the consent that this form records; sent twice, it records one.</summary>
    public Guid Id { get; set; }

    [Required]
    [Display(Name = "recipient")]
    public Guid? Recipient { get; set; }

    [Display(Name = "categories")]
    public List<DataCategory> Categories { get; set; } = [];

    [Required]
    [StringLength(Consent.PurposeLength)]
    [PlainText]
    [Display(Name = "purpose")]
    public string? Purpose { get; set; }

    [Required]
    [Display(Name = "given-on")]
    public DateOnly? GivenOn { get; set; }

    [Required]
    [Display(Name = "until")]
    public DateOnly? Until { get; set; }

    [Required]
    [StringLength(10)]
    [Display(Name = "language")]
    public string? Language { get; set; }

    [StringLength(Consent.InterpreterLength)]
    [PlainText]
    [Display(Name = "interpreter")]
    public string? Interpreter { get; set; }

    [Required]
    [Display(Name = "form")]
    public ConsentForm? GivenAs { get; set; }

    [StringLength(Consent.WitnessLength)]
    [PlainText]
    [Display(Name = "witness")]
    public string? Witness { get; set; }

    [Required]
    [StringLength(Consent.TextVersionLength)]
    [PlainText]
    [Display(Name = "text-version")]
    public string? TextVersion { get; set; }

    /// <summary>The page that asked for the consent, such as a handover that is being written.</summary>
    public string? ReturnUrl { get; set; }

    public DataCategory Covers => Categories.Aggregate(DataCategory.None, (sum, c) => sum | c) & DataCategories.Everything;
}
