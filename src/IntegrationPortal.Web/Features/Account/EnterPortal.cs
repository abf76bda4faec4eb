using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>All that a sign-in asks for was right: the session begins, with the hat that was on last and in the account's language.</summary>
public sealed class EnterPortal(Hats hats, TimeProvider clock)
{
    private const string AfterSignIn = "/worklist";

    public async Task<IActionResult> RunAsync(Controller controller, PortalUser user, string? returnUrl, CancellationToken cancellation, SignInWay? way = null)
    {
        var hat = await hats.PreferredAsync(user, cancellation);
        await controller.HttpContext.StartSessionAsync(user, hat, clock.GetUtcNow(), way: way);
        controller.Response.Cookies.Append(Languages.CookieName, user.Language, Languages.PreferenceCookie(controller.Request));
        return controller.SeeOther(hat is null ? "/account" : Local(controller.Url, returnUrl));
    }

    /// <summary>Only pages of the portal are returned to.</summary>
    public static string Local(IUrlHelper url, string? returnUrl) => returnUrl is { Length: > 0 } && url.IsLocalUrl(returnUrl) ? returnUrl : AfterSignIn;
}
