using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// The address to which somebody has subscribed in a calendar of their own: one for each account, made and revoked by its owner. It lapses with the security
/// stamp under which it was made, like a session: a new password, another second factor, a lock.
/// </summary>
public sealed class CalendarLink
{
    private CalendarLink()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>Counts what was made and revoked, so that a form of before brings back nothing.</summary>
    public int Number { get; private set; }

    /// <summary>Null once it was revoked.</summary>
    public byte[]? TokenHash { get; private set; }

    public string Stamp { get; private set; } = "";

    /// <summary>Whether two factors were proved by whoever made it, with a device of the portal or at their organisation.</summary>
    public bool TwoFactors { get; private set; }

    /// <summary>Since when it is what it is.</summary>
    public DateTimeOffset Since { get; private set; }

    public static CalendarLink Begin(Guid userId) => new() { UserId = userId };

    public void Make(byte[] tokenHash, PortalUser user, bool twoFactors, DateTimeOffset now) =>
        (Number, TokenHash, Stamp, TwoFactors, Since) = (Number + 1, tokenHash, user.SecurityStamp ?? "", twoFactors, now);

    public void Revoke(DateTimeOffset now) => (Number, TokenHash, Since) = (Number + 1, null, now);

    public bool Is(byte[] tokenHash) => TokenHash is not null && TokenHash.AsSpan().SequenceEqual(tokenHash);

    public bool Holds(PortalUser user) => TokenHash is not null && UserId == user.Id && Stamp == user.SecurityStamp;
}
