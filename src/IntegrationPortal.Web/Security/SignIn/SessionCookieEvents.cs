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
            : await accounts.EnterAsync(
                ticket, context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SentTwiceAttribute>() is not null, context.HttpContext.RequestAborted);
        if (ticket is null || account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        context.ReplacePrincipal(ticket.ToPrincipal(context.Scheme.Name, account.Language));
        user.Become(account);
    }

    /// <summary>The framework would renew a cookie only when half of its time is over, and so end a session earlier than promised.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= SessionCookie.RenewedAfter;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A form came too late. The sign-in page says that it was not saved, and leads back to the page of the form.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(SessionCookie.LoginPath + QueryString.Create([
                KeyValuePair.Create<string, string?>(SessionCookie.LateField, "true"),
                KeyValuePair.Create(context.Options.ReturnUrlParameter, PageOfTheForm(context.Request)),
            ]));
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        }

        return base.RedirectToLogin(context);
    }

    private static string? PageOfTheForm(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page)
        && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? page.PathAndQuery
            : null;
}
