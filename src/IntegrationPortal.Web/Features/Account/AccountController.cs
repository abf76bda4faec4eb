using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>Sign-in, sign-out, the own account and its hats.</summary>
public sealed class AccountController(
    PortalDbContext db, CurrentUser me, Hats hats, TimeProvider clock, IStringLocalizer<AccountTexts> words) : Controller
{
    [HttpGet(SessionCookie.LoginPath), AllowAnonymous]
    public IActionResult Login(string? returnUrl, bool late) =>
        me.IsSignedIn ? this.SeeOther(EnterPortal.Local(Url, returnUrl)) : View(new LoginForm { ReturnUrl = returnUrl, CameTooLate = late });

    [HttpPost(SessionCookie.LoginPath), AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Login([FromForm(Name = "")] LoginForm form, [FromServices] SignIn signIn, [FromServices] EnterPortal enter, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await signIn.TryAsync(form.Email, form.Password, cancellation);
            if (outcome is SignInOutcome.Welcome welcome)
                return await enter.RunAsync(this, welcome.User, form.ReturnUrl, cancellation);
            if (outcome is SignInOutcome.NeedsCode half)
            {
                await HttpContext.BeginHalfSessionAsync(half.User, clock.GetUtcNow());
                return this.SeeOther(CodeController.Path + (string.IsNullOrEmpty(form.ReturnUrl) ? "" : "?returnUrl=" + Uri.EscapeDataString(form.ReturnUrl)));
            }

            ModelState.AddModelError("", Sentence(outcome));
        }
        return this.Again(form);
    }

    /// <summary>
    /// Ends the session for every copy of its cookie. Also answers without one: who signs out twice is signed out. The form's token
    /// belongs to the session, so a second tab no longer has a valid one, and nothing is left that it would protect. At the own organisation
    /// they stay signed in, which is told: their other programs there are none of the portal's business.
    /// </summary>
    [HttpPost("/account/logout"), AllowAnonymous, IgnoreAntiforgeryToken]
    public async Task<IActionResult> Logout(
        [FromServices] EndedSessions ended, [FromServices] IAntiforgery forms, [FromServices] SignInProviders providers, CancellationToken cancellation)
    {
        var elsewhere = providers.Find(HttpContext.SessionTicket()?.Way?.Provider)?.Name;
        if (HttpContext.SessionTicket() is { } ticket)
        {
            if (!await forms.IsRequestValidAsync(HttpContext))
                return BadRequest();
            await ended.EndAsync(ticket, cancellation);
            await HttpContext.SignOutAsync(SessionCookie.Scheme);
        }

        TempData.Success(elsewhere is null ? words["signed-out"] : words["signed-out-here", elsewhere]);
        return this.SeeOther(SessionCookie.LoginPath);
    }

    [HttpGet("/account"), Requires(Right.KeepOwnAccount)]
    public async Task<IActionResult> Profile(CancellationToken cancellation) =>
        View(await PageAsync(new NameForm { DisplayName = me.DisplayName }, cancellation));

    [HttpPost("/account/name"), Requires(Right.KeepOwnAccount)]
    public async Task<IActionResult> Rename([Bind(Prefix = nameof(ProfilePage.Form))] NameForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(form, cancellation), nameof(Profile));
        var user = await db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);
        var name = TypedText.Line(form.DisplayName)!;
        user.Rename(name);
        await db.SaveOnceAsync(db.Users.Where(u => u.Id == me.UserId && u.DisplayName == name), cancellation);
        TempData.Success(words["renamed"]);
        return this.SeeOther("/account");
    }

    /// <summary>Puts on another hat. A hat that is not the own, or no longer valid, does not exist.</summary>
    [HttpPost("/account/hat"), Requires(Right.KeepOwnAccount)]
    public async Task<IActionResult> Hat(Guid membership, string? returnUrl, CancellationToken cancellation)
    {
        var user = await db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);
        if (await hats.FindAsync(user.Id, membership, cancellation) is not { } hat)
            return NotFound();
        user.ActiveMembershipId = hat.Id;
        await db.SaveChangesAsync(cancellation);
        await HttpContext.StartSessionAsync(user, hat, clock.GetUtcNow(), HttpContext.SessionTicket());
        // Pages of the former hat may not exist for this one; only a page that was meant for this hat is returned to.
        return this.SeeOther(EnterPortal.Local(Url, returnUrl));
    }

    private async Task<ProfilePage> PageAsync(NameForm form, CancellationToken cancellation)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == me.UserId, cancellation);
        var asked = await db.EmailChanges.AsNoTracking().Where(c => c.UserId == user.Id).OrderByDescending(c => c.AskedAt).FirstOrDefaultAsync(cancellation);
        var waits = asked?.IsOpen(user, clock.GetUtcNow()) == true ? new WaitingAddress(asked.Address, asked.ExpiresAt) : null;
        return new ProfilePage(user.DisplayName, user.Email!, waits, user.Language, await hats.ListAsync(user.Id, cancellation), me.Hat?.MembershipId, form);
    }

    private string Sentence(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Closed closed => words["closed-until", TimeWords.From(closed.Until)],
        SignInOutcome.Locked => words["locked-by-operations"],
        _ => words["wrong"],
    };
}
