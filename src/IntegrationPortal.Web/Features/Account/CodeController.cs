using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>The second step of a sign-in: after the right password, a code of the app or a recovery code. Until then nobody is signed in.</summary>
[AllowAnonymous, Route(Path)]
public sealed class CodeController(
    PortalDbContext db, CurrentUser me, Session session, TimeProvider clock, IStringLocalizer<AccountTexts> words) : Controller
{
    public const string Path = "/account/login/code";

    private const string Page = "/Features/Account/Code.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Ask(string? returnUrl, CancellationToken cancellation)
    {
        if (me.IsSignedIn)
            return this.SeeOther(EnterPortal.Local(Url, returnUrl));
        return await HalfSignedInAsync(cancellation) is null ? Lapsed(returnUrl) : View(Page, new CodeForm { ReturnUrl = returnUrl });
    }

    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Ask(
        [FromForm(Name = "")] CodeForm form, [FromServices] SecondFactorCheck check, [FromServices] EnterPortal enter, CancellationToken cancellation)
    {
        // The other tab was faster.
        if (me.IsSignedIn)
            return this.SeeOther(EnterPortal.Local(Url, form.ReturnUrl));
        if (await HalfSignedInAsync(cancellation) is not ({ } user, var provider))
            return Lapsed(form.ReturnUrl);
        if (!ModelState.IsValid)
            return this.Again(form, Page);

        session.Enter(user.Id);
        switch (await check.TryAsync(user, form.Code, deed: null, cancellation))
        {
            case FactorOutcome.Right { By: var by, RecoveryCodesLeft: var left }:
                await HttpContext.EndHalfSessionAsync();
                if (by == ProofKind.RecoveryCode)
                    TempData.Warn(words.Count("recovery-codes-left", left));
                return await enter.RunAsync(this, user, form.ReturnUrl, cancellation, new SignInWay(provider, TwoFactors: false));
            case FactorOutcome.Closed closed:
                ModelState.AddModelError(nameof(form.Code), words["code-closed-until", TimeWords.From(closed.Until)]);
                break;
            default:
                ModelState.AddModelError(nameof(form.Code), words["code-wrong"]);
                break;
        }

        return this.Again(form, Page);
    }

    /// <summary>Whose password was right a moment ago, or for whom an organisation vouched; null for everybody else.</summary>
    private async Task<(PortalUser User, string? Provider)?> HalfSignedInAsync(CancellationToken cancellation) =>
        await HttpContext.HalfSessionAsync() is { } half
        && await db.Users.SingleOrDefaultAsync(u => u.Id == half.UserId, cancellation) is { } user && half.Holds(user, clock.GetUtcNow())
            ? (user, half.Provider)
            : null;

    /// <summary>It took too long, was used, or never began: the password is asked for again.</summary>
    private ViewResult Lapsed(string? returnUrl)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("/Features/Account/CodeLapsed.cshtml", SessionCookie.LoginPath + (string.IsNullOrEmpty(returnUrl) ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
    }
}
