using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>Sign-in with a passkey: the device asks for its owner, so it is both factors. What to ask the device the script of the sign-in page fetches when it is needed.</summary>
[AllowAnonymous, Route("/account/login/passkey")]
public sealed class PasskeyController(Passkeys passkeys, TimeProvider clock, IStringLocalizer<AccountTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask() => Json(await passkeys.AskToSignInAsync(HttpContext));

    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> SignIn([FromForm(Name = "")] PasskeySignInForm form, [FromServices] EnterPortal enter, CancellationToken cancellation)
    {
        if (await passkeys.OwnerAsync(form.Credential, form.State, HttpContext, cancellation) is not { } user)
            ModelState.AddModelError("", words["passkey-wrong"]);
        else if (user.IsShut(clock.GetUtcNow()))
            ModelState.AddModelError("", words["locked-by-operations"]);
        else
            return await enter.RunAsync(this, user, form.ReturnUrl, cancellation, new SignInWay(null, TwoFactors: true));
        return this.Again(new LoginForm { ReturnUrl = form.ReturnUrl }, "/Features/Account/Login.cshtml");
    }
}

/// <summary>What the device answered.</summary>
public sealed class PasskeySignInForm
{
    public string? Credential { get; set; }

    /// <summary>What it was asked, sealed.</summary>
    public string? State { get; set; }

    /// <summary>The page somebody wanted to see; only followed inside the portal.</summary>
    public string? ReturnUrl { get; set; }
}
