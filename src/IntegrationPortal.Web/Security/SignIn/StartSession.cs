using IntegrationPortal.Domain.Tenancy;
using Microsoft.AspNetCore.Authentication;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Begins a session, or goes on with it under another hat or after a new password.</summary>
public static class StartSession
{
    /// <summary>Writes the cookie of a new session, or of the one that goes on: its ten hours count from the sign-in.</summary>
    /// <param name="way">How it begins, or what was proved since; null: as it began, a new one with a password.</param>
    public static Task StartSessionAsync(
        this HttpContext context, PortalUser user, Membership? hat, DateTimeOffset now, SessionTicket? goesOn = null, SignInWay? way = null)
    {
        var ticket = new SessionTicket(
            goesOn?.SessionId ?? Guid.CreateVersion7(now), user.Id, user.SecurityStamp ?? "", hat?.Id, hat?.TenantId, goesOn?.SignedInAt ?? now,
            way ?? goesOn?.Way ?? SignInWay.Password);
        return context.SignInAsync(SessionCookie.Scheme, ticket.ToPrincipal(SessionCookie.Scheme, user.Language));
    }

    /// <summary>The session of this request; null while nobody is signed in.</summary>
    public static SessionTicket? SessionTicket(this HttpContext context) => SignIn.SessionTicket.Read(context.User);
}
