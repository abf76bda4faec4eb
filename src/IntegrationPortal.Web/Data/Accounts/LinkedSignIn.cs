using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Whom an organisation vouches for as this person is this account: its owner has said so, with the password. No address and no name is compared.</summary>
public sealed class LinkedSignIn
{
    private LinkedSignIn()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Key of the organisation in the settings, for its name.</summary>
    public string Provider { get; private set; } = "";

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public static LinkedSignIn Link(PortalUser user, VouchedIdentity identity, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = user.Id,
        Provider = identity.Provider,
        Issuer = identity.Issuer,
        Subject = identity.Subject,
        Since = now,
    };
}
