using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Passwords;

/// <summary>Forgotten, reset and changed passwords.</summary>
public sealed class PasswordsController(
    PortalDbContext db, CurrentUser me, NewPassword newPassword, SignedLinks links,
    SignInAttempts attempts, PasswordCheck passwords, TimeProvider clock, IStringLocalizer<PasswordsTexts> words) : Controller
{
    [HttpGet("/account/forgot-password"), AllowAnonymous]
    public IActionResult Forgot() => View(new ForgotForm());

    [HttpPost("/account/forgot-password"), AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Forgot([FromForm(Name = "")] ForgotForm form, [FromServices] AskForReset ask, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Again(form);
        await ask.SendAsync(form.Email, cancellation);
        TempData.Success(words["link-sent"]);
        return this.SeeOther(HttpContext.Link(SessionCookie.LoginPath));
    }

    [HttpGet("/account/reset-password"), AllowAnonymous]
    public async Task<IActionResult> Reset(string? token, CancellationToken cancellation) =>
        await OpenResetAsync(token, cancellation) is null ? Lapsed() : View(new ResetForm { Token = token! });

    [HttpPost("/account/reset-password"), AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Reset(ResetForm form, CancellationToken cancellation)
    {
        if (await OpenResetAsync(form.Token, cancellation) is not { } reset)
            return Lapsed();
        var user = await db.Users.SingleAsync(u => u.Id == reset.UserId, cancellation);
        if (user.IsShut(clock.GetUtcNow()))
            return Lapsed();
        if (!ModelState.IsValid || !await TakesAsync(user, form.NewPassword, null, cancellation))
            return this.Again(form);

        await db.SaveChangesAsync(cancellation);
        // Who holds the mailbox is the owner; a lockout by somebody else's guesses must not outlast that.
        await attempts.ForgetAsync(user.NormalizedEmail!, cancellation);
        TempData.Success(words["password-set"]);
        return this.SeeOther(HttpContext.Link(SessionCookie.LoginPath));
    }

    [HttpGet("/account/password"), Requires(Right.KeepOwnAccount)]
    public IActionResult Change() => View(new ChangeForm());

    [HttpPost("/account/password"), Requires(Right.KeepOwnAccount), SentTwice, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Change(ChangeForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Again(form);
        var user = await db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);
        // The same form was faster: its new password is the one that is asked for again, and there is nothing left to set.
        var again = HttpContext.SessionTicket() is { } session && SecurityStamps.WasRenewedBy(user.SecurityStamp, session);
        if (await passwords.TryAsync(user, again ? form.NewPassword : form.CurrentPassword, cancellation) is { } wrong)
        {
            ModelState.AddModelError(nameof(form.CurrentPassword), wrong.ClosedUntil is { } until ? words["closed-until", TimeWords.From(until)] : words["current-password-wrong"]);
            return this.Again(form);
        }
        if (!again)
        {
            if (!await TakesAsync(user, form.NewPassword, HttpContext.SessionTicket(), cancellation))
                return this.Again(form);
            user = await SaveOnceAsync(user, form.NewPassword, cancellation);
        }

        var hat = me.Hat is { } on ? await db.Memberships.SingleAsync(m => m.Id == on.MembershipId, cancellation) : null;
        await HttpContext.StartSessionAsync(user, hat, clock.GetUtcNow(), HttpContext.SessionTicket());
        TempData.Success(words["password-changed"]);
        return this.SeeOther("/account");
    }

    /// <summary>The same form that was faster has set the password that this one sets.</summary>
    private async Task<PortalUser> SaveOnceAsync(PortalUser user, string password, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return user;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var stored = await db.Users.SingleAsync(u => u.Id == user.Id, cancellation);
            if (await newPassword.IsAsync(stored, password))
                return stored;
            throw;
        }
    }

    private async Task<PasswordReset?> OpenResetAsync(string? token, CancellationToken cancellation)
    {
        if (links.ReadPasswordReset(token) is not { } id)
            return null;
        var reset = await db.PasswordResets.SingleOrDefaultAsync(r => r.Id == id, cancellation);
        return reset is not null && reset.IsOpen(clock.GetUtcNow()) ? reset : null;
    }

    private async Task<bool> TakesAsync(PortalUser user, string password, SessionTicket? by, CancellationToken cancellation)
    {
        foreach (var error in await newPassword.SetAsync(user, password, by, cancellation))
            ModelState.AddModelError(nameof(ResetForm.NewPassword), words[error.Code]);
        return ModelState.IsValid;
    }

    private ViewResult Lapsed()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Lapsed");
    }
}
