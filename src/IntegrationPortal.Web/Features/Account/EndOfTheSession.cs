using IntegrationPortal.Web.Presentation.Frames;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>The page that is drawn renews the session, so its idle time begins now; the ten hours began with signing in.</summary>
public sealed class EndOfTheSession(CurrentUser me, TimeProvider clock) : ISessionEnd
{
    public SessionEnd? Of(HttpContext context) => me.IsSignedIn && context.SessionTicket() is { } ticket
        ? new SessionEnd(SessionCookie.Idle, ticket.SignedInAt + SessionCookie.Longest - clock.GetUtcNow())
        : null;
}
