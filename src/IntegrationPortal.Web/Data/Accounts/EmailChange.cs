using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Somebody asked for another e-mail address. The link goes to that address, works once, for a day, and for nobody but the account that
/// asked. It lapses with the security stamp under which it was asked for: a new password, a lock, another change of the address.
/// </summary>
public sealed class EmailChange
{
    public const int AddressLength = InvitationByMail.AddressLength;

    public static readonly TimeSpan Validity = TimeSpan.FromDays(1);

    private EmailChange()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string Address { get; private set; } = "";

    public string Stamp { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <param name="id">Comes from the form, so that sending it twice asks once.</param>
    public static EmailChange Ask(Guid id, PortalUser user, string address, DateTimeOffset now) => new()
    {
        Id = id,
        UserId = user.Id,
        Address = address.Trim(),
        Stamp = user.SecurityStamp ?? "",
        AskedAt = now,
        ExpiresAt = now + Validity,
    };

    public bool IsOpen(PortalUser user, DateTimeOffset now) =>
        ConfirmedAt is null && ExpiresAt > now && UserId == user.Id && Stamp == user.SecurityStamp;

    /// <summary>The link was used, and what it asked for holds: a second click finds nothing left to do.</summary>
    public bool Holds(PortalUser user) => ConfirmedAt is not null && UserId == user.Id && Address == user.Email;

    public void Confirm(DateTimeOffset now) => ConfirmedAt = now;
}
