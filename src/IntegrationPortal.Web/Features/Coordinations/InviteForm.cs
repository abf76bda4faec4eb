using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Coordinations;

/// <summary>Invites the first coordinator of a municipality.</summary>
public sealed class InviteForm
{
    /// <summary>Id of the invitation this form makes, so that sending it twice makes one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "municipality"), Required]
    public Guid? Municipality { get; set; }

    [Display(Name = "email"), Required, StringLength(Invitation.AddressLength), MailAddress]
    public string Email { get; set; } = "";

    [Display(Name = "language"), Required, RegularExpression("de|en")]
    public string Language { get; set; } = "de";
}

/// <summary>The form and the municipalities that have joined the portal.</summary>
public sealed record InvitePage(InviteForm Form, IReadOnlyList<Choice> Municipalities);
