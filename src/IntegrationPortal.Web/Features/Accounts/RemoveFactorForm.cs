using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>Why the second factor of somebody else is taken off.</summary>
public sealed class RemoveFactorForm
{
    /// <summary>As it will be stored, so that blanks and what nobody sees do not count towards a reason.</summary>
    [Visible]
    [StringLength(SecondFactorRemoval.ReasonLength, MinimumLength = 10)]
    [PlainText]
    [Display(Name = "reason")]
    public string? Reason { get; set => field = TypedText.Lines(value); }
}

/// <summary>The form, and whose it is.</summary>
public sealed record RemoveFactorPage(Guid Id, string Name, string Email, RemoveFactorForm Form);
