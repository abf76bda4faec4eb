using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.SignIns;

/// <summary>
/// A further passkey of the own account, made with password and code. Not open to whoever owes a second factor: else a stolen password would be enough to get
/// one that counts for two.
/// </summary>
[Requires(Right.KeepOwnAccount), Route("/account/sign-ins/passkeys/new")]
public sealed class PasskeysController(
    PortalDbContext db, OwnSignIns own, Passkeys passkeys, TimeProvider clock, IStringLocalizer<SignInsTexts> words) : Controller
{
    private const string Page = "/Features/SignIns/NewPasskey.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Make(CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        Refusal.If(await WhyNotAsync(user, cancellation));
        return View(Page, await PageAsync(user, new PasskeyForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Make([Bind(Prefix = nameof(PasskeyPage.Form))] PasskeyForm form, [FromServices] OwnerCheck check, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        var user = await own.UserAsync(cancellation);
        var done = db.Passkeys.Where(p => p.Id == form.Id && p.UserId == user.Id);
        var again = await done.AnyAsync(cancellation);
        Refusal.If(again ? null : await WhyNotAsync(user, cancellation));
        var made = again || !ModelState.IsValid ? null : await passkeys.MadeAsync(user, form.Credential, form.State, HttpContext);
        if (ModelState.IsValid && made is null && !again)
            ModelState.AddModelError("", words["passkey-not-made"]);
        var now = clock.GetUtcNow();
        if (ModelState.IsValid && await check.TryAsync(user, form.CurrentPassword, form.Code, () =>
            {
                db.Add(Passkey.Add(form.Id, user, made!, form.Name!, now));
                db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.PasskeyAdded, now));
            }, done, cancellation) is { } wrong)
        {
            own.Say(wrong, ModelState);
        }

        if (!ModelState.IsValid)
            return this.Again(await PageAsync(user, form), Page);
        TempData.Success(words["passkey-made"]);
        return this.SeeOther("/account/sign-ins");
    }

    private async Task<Refusal?> WhyNotAsync(PortalUser user, CancellationToken cancellation) =>
        await db.Passkeys.CountAsync(p => p.UserId == user.Id, cancellation) >= Passkey.Most ? new Refusal("passkeys-too-many") : null;

    /// <summary>Drawn anew it asks the device anew.</summary>
    private async Task<PasskeyPage> PageAsync(PortalUser user, PasskeyForm form)
    {
        var question = await passkeys.AskToMakeAsync(user, HttpContext);
        (form.State, form.Credential) = (question.State, null);
        return new PasskeyPage(question.Options, user.TwoFactorEnabled, form);
    }
}
