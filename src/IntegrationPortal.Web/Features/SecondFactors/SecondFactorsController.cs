using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.SecondFactors;

/// <summary>The own second factor: turn it on, new recovery codes, turn it off. Each asks for the password again, and for a code.</summary>
[Requires(Right.KeepSecondFactor), Route(SecondFactorDuty.Path)]
public sealed class SecondFactorsController(
    PortalDbContext db, OwnSecondFactor own, SecondFactorSeal seal, TimeProvider clock, IStringLocalizer<SecondFactorsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        if (await own.FactorAsync(user, cancellation) is not { } factor)
            return View("TurnOn", own.TurnOnPage(user, own.NewSetup(), new ProofForm()));
        return View(new FactorPage(factor.Since, factor.RecoveryHashes.Length, FreshCodes.Take(TempData, user.Id), await own.NeedsAsync(user, cancellation)));
    }

    [HttpPost(""), SentTwice, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> TurnOn([Bind(Prefix = "Form")] ProofForm form, CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        var setup = seal.FromForm(user.Id, form.Setup);
        // The same form arrived twice: the codes it holds are those that hold.
        var again = user.TwoFactorEnabled && await IsOnWithAsync(user, setup, cancellation);
        Refusal.If(user.TwoFactorEnabled && !again ? new Refusal("second-factor-on-already") : null);
        if (setup is null)
            ModelState.AddModelError("", words["setup-lapsed"]);
        else if (ModelState.IsValid)
            await own.CheckPasswordAsync(user, form, ModelState, cancellation);
        var now = clock.GetUtcNow();
        var step = setup is null || again ? null : Totp.Find(setup.Key, Digits(form), now, after: 0);
        if (ModelState.IsValid && step is null && !again)
            ModelState.AddModelError("Form.Code", words["first-code-wrong"]);
        if (!ModelState.IsValid)
            return this.Again(own.TurnOnPage(user, setup ?? own.NewSetup(), form), "TurnOn");
        if (again)
            return await ShowCodesAsync(user, setup!.Codes, "turned-on", cancellation);

        db.Add(SecondFactor.TurnOn(user.Id, seal.Seal(user.Id, setup!.Key), step!.Value, setup.Codes, now));
        user.TurnSecondFactor(on: true, HttpContext.SessionTicket());
        db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.SecondFactorOn, now));
        if (!await db.SaveOnceAsync(db.SecondFactors.Where(f => f.UserId == user.Id), cancellation))
        {
            user = await own.UserAsync(cancellation);
            Refusal.If(await IsOnWithAsync(user, setup, cancellation) ? null : new Refusal("second-factor-on-already"));
        }

        return await ShowCodesAsync(user, setup.Codes, "turned-on", cancellation);
    }

    [HttpGet("codes")]
    public Task<IActionResult> Codes(CancellationToken cancellation) => ProveAsync("codes", cancellation);

    [HttpPost("codes"), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Codes([Bind(Prefix = "Form")] ProofForm form, [FromServices] SecondFactorCheck check, CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        if (await own.FactorAsync(user, cancellation) is not { } factor)
            return this.SeeOther(SecondFactorDuty.Path);
        var codes = seal.FromForm(user.Id, form.Setup)?.Codes;
        if (codes is null)
            ModelState.AddModelError("", words["form-lapsed"]);
        if (ModelState.IsValid && await RenewAsync(user, factor, codes!, form, check, cancellation))
            return await ShowCodesAsync(user, codes!, "renewed", cancellation);
        return await AgainAsync("codes", user, form, cancellation);
    }

    [HttpGet("off")]
    public Task<IActionResult> Off(CancellationToken cancellation) => ProveAsync("off", cancellation);

    [HttpPost("off"), SentTwice, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Off([Bind(Prefix = "Form")] ProofForm form, [FromServices] SecondFactorCheck check, CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        if (!ModelState.IsValid || !(user.TwoFactorEnabled
            ? await TurnOffAsync(user, form, check, cancellation)
            : await own.CheckPasswordAsync(user, form, ModelState, cancellation)))
        {
            return await AgainAsync("off", user, form, cancellation);
        }

        // Where the same form was faster, the stamp is another by now.
        await db.Entry(user).ReloadAsync(cancellation);
        await own.GoOnAsync(HttpContext, user, cancellation);
        TempData.Success(words["turned-off"]);
        return this.SeeOther(SecondFactorDuty.Path);
    }

    private async Task<bool> TurnOffAsync(PortalUser user, ProofForm form, SecondFactorCheck check, CancellationToken cancellation) =>
        await own.ProveAsync(user, form, check, ModelState, factor =>
        {
            db.Remove(factor);
            user.TurnSecondFactor(on: false, HttpContext.SessionTicket());
            db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.SecondFactorOff, clock.GetUtcNow()));
        }, cancellation)
        // The password was right; what is wrong with the code is that the same form was faster.
        || (ModelState["Form.Code"] is { Errors.Count: > 0 } && await db.Users.AnyAsync(u => u.Id == user.Id && !u.TwoFactorEnabled, cancellation));

    /// <summary>A form that arrives twice has used up its code already; the password it has to know.</summary>
    private Task<bool> RenewAsync(
        PortalUser user, SecondFactor factor, RecoveryCodes codes, ProofForm form, SecondFactorCheck check, CancellationToken cancellation) =>
        factor.Holds(codes)
            ? own.CheckPasswordAsync(user, form, ModelState, cancellation)
            : own.ProveAsync(user, form, check, ModelState, held =>
            {
                held.Renew(codes);
                db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.RecoveryCodesRenewed, clock.GetUtcNow()));
            }, cancellation);

    private async Task<IActionResult> ProveAsync(string deed, CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        return user.TwoFactorEnabled
            ? View("Prove", new ProvePage(deed, await own.NeedsAsync(user, cancellation), new ProofForm { Setup = seal.ForForm(user.Id, own.NewSetup()) }))
            : this.SeeOther(SecondFactorDuty.Path);
    }

    private async Task<IActionResult> AgainAsync(string deed, PortalUser user, ProofForm form, CancellationToken cancellation)
    {
        if (seal.FromForm(user.Id, form.Setup) is null)
            form.Setup = seal.ForForm(user.Id, own.NewSetup());
        return this.Again(new ProvePage(deed, await own.NeedsAsync(user, cancellation), form), "Prove");
    }

    private async Task<bool> IsOnWithAsync(PortalUser user, FactorSetup? setup, CancellationToken cancellation) =>
        setup is not null && (await own.FactorAsync(user, cancellation))?.Holds(setup.Codes) == true;

    private async Task<IActionResult> ShowCodesAsync(PortalUser user, RecoveryCodes codes, string sentence, CancellationToken cancellation)
    {
        await own.GoOnAsync(HttpContext, user, cancellation);
        FreshCodes.Keep(TempData, user.Id, codes);
        TempData.Success(words[sentence]);
        return this.SeeOther(SecondFactorDuty.Path);
    }

    private static string Digits(ProofForm form) => string.Concat((form.Code ?? "").Where(char.IsAsciiDigit));
}
