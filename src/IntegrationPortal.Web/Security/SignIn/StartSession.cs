using IntegrationPortal.Domain.Tenancy;
using Microsoft.AspNetCore.Authentication;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Begins a session, or goes on with it under another hat or after a new password.</summary>
public static class StartSession
{
    /// <summary>Writes the cookie. The ten hours count from the first sign-in: <paramref name="since"/> when the session goes on.</summary>
    public static Task StartSessionAsync(this HttpContext context, PortalUser user, Membership? hat, DateTimeOffset since)
    {
        var ticket = new SessionTicket(user.Id, user.SecurityStamp ?? "", hat?.Id, hat?.TenantId, since);
        return context.SignInAsync(SessionCookie.Scheme, ticket.ToPrincipal(SessionCookie.Scheme, user.Language));
    }

    /// <summary>When this session began; null while nobody is signed in.</summary>
    public static DateTimeOffset? SessionSince(this HttpContext context) => SessionTicket.Read(context.User)?.SignedInAt;
}
