using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Facts;

/// <summary>What was wrong with a fact that is taken back.</summary>
public sealed class WithdrawForm
{
    [Required]
    [StringLength(PersonFact.ReasonLength)]
    [PlainText]
    [Display(Name = "reason")]
    public string? Reason { get; set; }
}

/// <summary>The fact as it stands, and its case.</summary>
public sealed record WithdrawFrame(string CaseHref, string CaseNumber, string Kind, string Value, string Valid, string Source, string Recorded);
