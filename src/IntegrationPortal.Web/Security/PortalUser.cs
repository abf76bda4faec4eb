using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Identity;

namespace IntegrationPortal.Web.Security;

/// <summary>Somebody who can sign in. What they may do comes from their memberships, never from the account itself.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int DisplayNameLength = 200;

    /// <summary>How colleagues see this person, e.g. "L. Brandt".</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Language of pages and mails, "de" or "en".</summary>
    public string Language { get; set; } = "de";

    /// <summary>A demo account; the portal refuses to start with one outside demo mode.</summary>
    public bool IsDemo { get; set; }

    /// <summary>The hat that was on last; worn again at the next sign-in if it is still valid.</summary>
    public Guid? ActiveMembershipId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set once by operations; a closed account never signs in again.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public static PortalUser Create(string email, string displayName, string language, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Email = email.Trim(),
        UserName = email.Trim(),
        EmailConfirmed = true,
        DisplayName = displayName.Trim(),
        Language = language,
        CreatedAt = now,
    };

    /// <summary>Every other session ends with it, as with a new password. Of two changes at once, the version Identity compares lets one through.</summary>
    /// <param name="by">The session that goes on; none when somebody else takes it off.</param>
    public void TurnSecondFactor(bool on, SessionTicket? by) =>
        (TwoFactorEnabled, SecurityStamp, ConcurrencyStamp) = (on, SecurityStamps.RenewedBy(by), Guid.NewGuid().ToString());

    /// <summary>As when the second factor is turned on or off.</summary>
    public void EndOtherSessions(SessionTicket? but) => (SecurityStamp, ConcurrencyStamp) = (SecurityStamps.RenewedBy(but), Guid.NewGuid().ToString());

    /// <summary>Operations locked or closed the account; a session of it ends with its next request.</summary>
    public bool IsShut(DateTimeOffset now) => ClosedAt is not null || LockoutEnd > now;
}
