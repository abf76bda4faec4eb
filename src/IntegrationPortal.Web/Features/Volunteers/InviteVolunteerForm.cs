using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Presentation.Forms;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>Invites a volunteer who is written down already to have an account.</summary>
public sealed class InviteVolunteerForm
{
    /// <summary>Id of the invitation, so that sending the form twice sends one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "email"), Required, StringLength(Invitation.AddressLength), MailAddress]
    public string Email { get; set; } = "";

    [Display(Name = "language-of-mail"), Required, RegularExpression("de|en")]
    public string Language { get; set; } = "de";
}

internal static class InvitedVolunteers
{
    /// <summary>The open or lapsed invitation to a profile.</summary>
    public static Task<InvitedTo?> InvitedAsync(this PortalDbContext db, Guid volunteerId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Invitations.AsNoTracking().Where(i => i.VolunteerId == volunteerId && i.AcceptedAt == null && i.RevokedAt == null)
            .OrderByDescending(i => i.InvitedAt).Select(i => new InvitedTo(i.Id, i.Address, i.ExpiresAt, i.ExpiresAt <= now)).FirstOrDefaultAsync(cancellation);
}
