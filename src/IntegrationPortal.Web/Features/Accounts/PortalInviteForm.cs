using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>Invites somebody to a role of the whole portal.</summary>
public sealed class PortalInviteForm
{
    /// <summary>Id of the invitation this form makes, so that sending it twice makes one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "email"), Required, StringLength(InvitationByMail.AddressLength), MailAddress]
    public string Email { get; set; } = "";

    [Display(Name = "role"), Required]
    public Role? Role { get; set; }

    [Display(Name = "language"), Required, RegularExpression("de|en")]
    public string Language { get; set; } = "de";
}

/// <summary>The form, the roles it offers, and who is invited already.</summary>
public sealed record PortalInvitePage(PortalInviteForm Form, IReadOnlyList<Choice> Roles, IReadOnlyList<OpenPortalInvitation> Open);

/// <summary>An invitation nobody has accepted yet.</summary>
public sealed record OpenPortalInvitation(Guid Id, string Address, Role Role, DateTimeOffset ExpiresAt, bool Lapsed);
