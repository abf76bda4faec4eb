using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Asks the database about every session at every request, and answers a missing session.</summary>
public sealed class SessionCookieEvents(CurrentUser user, ISignedInAccounts accounts, TimeProvider clock) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var ticket = SessionTicket.Read(context.Principal);
        var account = ticket is null || clock.GetUtcNow() - ticket.SignedInAt >= SessionCookie.Longest
            ? null
            : await accounts.EnterAsync(ticket, context.HttpContext.RequestAborted);
        if (ticket is null || account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        context.ReplacePrincipal(ticket.ToPrincipal(context.Scheme.Name, account.Language));
        user.Become(account);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A page that posts has lost its session; going back to a POST address would fail, so only reads come back.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(SessionCookie.LoginPath);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        }
        return FollowedLink.CameFromElsewhere(context.Request)
            ? FollowedLink.ComeAgainAsync(context.HttpContext)
            : base.RedirectToLogin(context);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
