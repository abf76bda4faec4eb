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

    /// <summary>Every other session ends with it, as with a new password.</summary>
    /// <param name="by">The session that goes on; none when somebody else takes it off.</param>
    public void TurnSecondFactor(bool on, SessionTicket? by)
    {
        TwoFactorEnabled = on;
        EndOtherSessions(by);
    }

    public void Rename(string name)
    {
        DisplayName = name;
        LetOneThrough();
    }

    /// <summary>By operations.</summary>
    public void Lock()
    {
        LockoutEnd = DateTimeOffset.MaxValue;
        EndOtherSessions();
    }

    public void Unlock()
    {
        LockoutEnd = null;
        LetOneThrough();
    }

    /// <summary>For good.</summary>
    public void Close(DateTimeOffset now)
    {
        (ClosedAt, PasswordHash, TwoFactorEnabled, ActiveMembershipId) = (now, null, false, null);
        EndOtherSessions();
    }

    /// <summary>What somebody signs in with has changed.</summary>
    public void EndOtherSessions(SessionTicket? but = null)
    {
        SecurityStamp = SecurityStamps.RenewedBy(but);
        LetOneThrough();
    }

    /// <summary>Of two changes at once, the version Identity compares lets one through.</summary>
    private void LetOneThrough() => ConcurrencyStamp = Guid.NewGuid().ToString();

    /// <summary>Operations locked or closed the account; a session of it ends with its next request.</summary>
    public bool IsShut(DateTimeOffset now) => ClosedAt is not null || LockoutEnd > now;
}
