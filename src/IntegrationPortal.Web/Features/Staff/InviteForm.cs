using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Staff;

/// <summary>Invites somebody to work for an actor.</summary>
public sealed class InviteForm
{
    /// <summary>Id of the invitation this form makes, so that sending it twice makes one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "email"), Required, StringLength(Invitation.AddressLength), MailAddress]
    public string Email { get; set; } = "";

    [Display(Name = "role"), Required]
    public Role? Role { get; set; }

    [Display(Name = "language"), Required, RegularExpression("de|en")]
    public string Language { get; set; } = "de";
}

/// <summary>The form and what it can be answered with.</summary>
public sealed record InvitePage(Guid ActorId, string ActorName, InviteForm Form, IReadOnlyList<Choice> Roles);
