using System.Globalization;
using System.Security.Claims;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>What the cookie carries: which session, who, with which hat, under which security stamp, since when. Nothing that could grow stale.</summary>
/// <param name="SessionId">Stays the same from signing in to signing out, also under another hat.</param>
/// <param name="Way">How it began; null as with a password.</param>
public sealed record SessionTicket(
    Guid SessionId, Guid UserId, string SecurityStamp, Guid? MembershipId, Guid? TenantId, DateTimeOffset SignedInAt, SignInWay? Way = null)
{
    private const string Session = "session";
    private const string Stamp = "stamp";
    private const string Membership = "hat";
    private const string Tenant = "tenant";
    private const string Since = "since";
    private const string Provider = "provider";
    private const string Factors = "factors";

    /// <summary>Claim of the account's language, read when the words of a page are chosen.</summary>
    public const string LanguageClaim = "portal:language";

    public ClaimsPrincipal ToPrincipal(string scheme, string language)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, UserId.ToString()));
        identity.AddClaim(new Claim(Session, SessionId.ToString()));
        identity.AddClaim(new Claim(Stamp, SecurityStamp));
        identity.AddClaim(new Claim(Since, SignedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(LanguageClaim, language));
        if (MembershipId is { } membership)
            identity.AddClaim(new Claim(Membership, membership.ToString()));
        if (TenantId is { } tenant)
            identity.AddClaim(new Claim(Tenant, tenant.ToString()));
        if (Way?.Provider is { } provider)
            identity.AddClaim(new Claim(Provider, provider));
        if (Way is { TwoFactors: true })
            identity.AddClaim(new Claim(Factors, "2"));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Null when the cookie was written by another version of the portal and does not say enough.</summary>
    public static SessionTicket? Read(ClaimsPrincipal? principal)
    {
        if (principal is null
            || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
            || Id(principal, Session) is not { } session
            || principal.FindFirstValue(Stamp) is not { } stamp
            || !long.TryParse(principal.FindFirstValue(Since), CultureInfo.InvariantCulture, out var since))
            return null;

        return new SessionTicket(
            session, user, stamp, Id(principal, Membership), Id(principal, Tenant), DateTimeOffset.FromUnixTimeSeconds(since),
            new SignInWay(principal.FindFirstValue(Provider), principal.FindFirstValue(Factors) == "2"));
    }

    private static Guid? Id(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;
}
