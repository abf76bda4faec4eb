using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>
/// Sign-in at the own organisation: there, back, and in, when its owner has linked it with an account. It makes no account, and no address decides whose it
/// is. Links and no forms lead there: a form that ends at another site is none the content security policy lets go.
/// </summary>
[AllowAnonymous]
public sealed class OrganisationController(CurrentUser me, SignInProviders providers, TimeProvider clock) : Controller
{
    [HttpGet(SignInProvider.Start + "/{provider}"), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Begin([FromRoute] string provider, string? returnUrl)
    {
        if (providers.Find(provider) is not { } found)
            return NotFound();
        try
        {
            await HttpContext.ChallengeAsync(found.Scheme, new AuthenticationProperties { RedirectUri = SingleSignOn.Arrived + Wanted(returnUrl) });
            return new EmptyResult();
        }
        catch (Exception failure) when (!Response.HasStarted && SignInFailures.Of(failure) == SignInFailure.Down)
        {
            SignInFailures.Log(HttpContext, found, SignInFailure.Down, failure);
            return Failed(SignInFailure.Down);
        }
    }

    [HttpGet(SingleSignOn.Arrived)]
    public async Task<IActionResult> Arrived(string? returnUrl, [FromServices] LinkedSignIns links, [FromServices] EnterPortal enter, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var vouched = await HttpContext.VouchedIdentityAsync() is { } told && told.Holds(now) ? told : null;
        if (me.IsSignedIn)
            return this.SeeOther(vouched is null ? EnterPortal.Local(Url, returnUrl) : LinkPage);
        if (vouched is null)
            return Failed(SignInFailure.Lapsed);
        if (await links.WhoseAsync(vouched, cancellation) is not { } user)
            return View("/Features/Account/Unlinked.cshtml", new UnlinkedPage(providers.Find(vouched.Provider)?.Name ?? vouched.Provider, $"{SessionCookie.LoginPath}?returnUrl={LinkPage}"));

        await HttpContext.EndVouchedIdentityAsync();
        if (user.IsShut(now))
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return View("/Features/Account/Shut.cshtml");
        }

        if (!user.TwoFactorEnabled || vouched.TwoFactors)
            return await enter.RunAsync(this, user, returnUrl, cancellation, new SignInWay(vouched.Provider, vouched.TwoFactors));
        await HttpContext.BeginHalfSessionAsync(user, now, vouched.Provider);
        return this.SeeOther(CodeController.Path + Wanted(returnUrl));
    }

    [HttpGet(SignInFailures.Page)]
    public IActionResult Failed(SignInFailure why)
    {
        Response.StatusCode = why switch
        {
            SignInFailure.Down => StatusCodes.Status503ServiceUnavailable,
            SignInFailure.Refused => StatusCodes.Status200OK,
            _ => StatusCodes.Status410Gone,
        };
        return View("/Features/Account/SignInFailed.cshtml", new FailedPage(Enum.IsDefined(why) ? why : SignInFailure.Lapsed, me.IsSignedIn ? "/account/sign-ins" : SessionCookie.LoginPath));
    }

    /// <summary>Of the own ways to sign in (<c>Features/SignIns</c>).</summary>
    private const string LinkPage = "/account/sign-ins/link";

    private static string Wanted(string? returnUrl) => string.IsNullOrEmpty(returnUrl) ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl);
}

/// <summary>Whom an organisation vouches for has linked that with no account yet.</summary>
public sealed record UnlinkedPage(string Provider, string Next);

public sealed record FailedPage(SignInFailure Why, string Next);
