using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>Why a case is not to be erased for now.</summary>
public sealed class HoldForm
{
    /// <summary>As it will be stored, so that blanks and what nobody sees do not count towards a reason.</summary>
    [Visible]
    [StringLength(ErasureHold.ReasonLength, MinimumLength = 10)]
    [PlainText]
    [Display(Name = "hold-reason")]
    public string? Reason { get; set => field = TypedText.Lines(value); }
}

/// <summary>The form, and for which case.</summary>
public sealed record HoldPage(Guid CaseId, string Number, HoldForm Form);
