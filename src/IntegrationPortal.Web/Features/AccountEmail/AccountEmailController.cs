using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.AccountEmail;

/// <summary>
/// The own address is changed by its owner alone: asked for with the password, confirmed by a link to the new address and by somebody who is
/// signed in as the account. So an address that was mistyped gives its stranger nothing.
/// </summary>
[Requires(Right.KeepOwnAccount), Route("/account/email")]
public sealed class AccountEmailController(
    PortalDbContext db, CurrentUser me, UserManager<PortalUser> users, SignedLinks links, TimeProvider clock,
    IStringLocalizer<AccountEmailTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(CancellationToken cancellation) =>
        View(Page(await MeAsync(cancellation), new AddressForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));

    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Ask(
        [Bind(Prefix = nameof(AddressPage.Form))] AddressForm form, [FromServices] OwnerCheck owner, [FromServices] AskForAddress ask,
        [FromServices] RefusalWords refusals, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        var user = await MeAsync(cancellation);
        if (ModelState.IsValid && users.NormalizeEmail(form.NewAddress.Trim()) == user.NormalizedEmail)
            ModelState.AddModelError($"{nameof(AddressPage.Form)}.{nameof(form.NewAddress)}", words["address-own"]);
        if (!ModelState.IsValid)
            return this.Again(Page(user, form));
        try
        {
            var rows = await ask.PrepareAsync(user, form, cancellation);
            if (await owner.TryAsync(user, form.CurrentPassword, form.Code, () => db.AddRange(rows), db.EmailChanges.Where(c => c.Id == form.Id), cancellation) is { } wrong)
            {
                Say(wrong);
                return this.Again(Page(user, form));
            }
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refusals[refused.Refusal]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(Page(user, form));
        }

        TempData.Success(words["asked"]);
        return this.SeeOther("/account");
    }

    [HttpGet("confirm")]
    public async Task<IActionResult> Confirm(string? token, CancellationToken cancellation)
    {
        var user = await MeAsync(cancellation);
        return await FindAsync(token, cancellation) switch
        {
            { } change when change.IsOpen(user, clock.GetUtcNow()) => View(new ConfirmPage(user.Email!, change.Address, token!)),
            { } change when change.Holds(user) => Done(),
            _ => Lapsed(user),
        };
    }

    /// <summary>A link that arrives twice brings, instead of a password, what only the new mailbox was told.</summary>
    [HttpPost("confirm"), SentTwice]
    public async Task<IActionResult> ConfirmNow([FromForm] string? token, [FromServices] ConfirmAddress confirm, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The change before the account, and again once it is used: of two clicks at once the second may see one before and the other after.
        var change = await FindAsync(token, cancellation);
        var user = await MeAsync(cancellation);
        if (change is { ConfirmedAt: null } && !change.IsOpen(user, now))
            await db.Entry(change).ReloadAsync(cancellation);
        if (change is null || !(change.IsOpen(user, now) || change.Holds(user)))
            return Lapsed(user);
        if (!change.Holds(user) && !await confirm.RunAsync(user, change, HttpContext.SessionTicket(), cancellation))
        {
            // Somebody was faster: the same link, or another change of the account.
            (change, user) = (await FindAsync(token, cancellation), await MeAsync(cancellation));
            if (change?.Holds(user) != true)
                return this.SeeOther("/account/email/confirm?token=" + Uri.EscapeDataString(token!));
        }

        var hat = me.Hat is { } on ? await db.Memberships.SingleAsync(m => m.Id == on.MembershipId, cancellation) : null;
        await HttpContext.StartSessionAsync(user, hat, now, HttpContext.SessionTicket());
        return Done();
    }

    private Task<PortalUser> MeAsync(CancellationToken cancellation) => db.Users.SingleAsync(u => u.Id == me.UserId, cancellation);

    /// <summary>Of somebody else the database shows none.</summary>
    private async Task<EmailChange?> FindAsync(string? token, CancellationToken cancellation) =>
        links.ReadEmailChange(token) is { } id ? await db.EmailChanges.SingleOrDefaultAsync(c => c.Id == id, cancellation) : null;

    private static AddressPage Page(PortalUser user, AddressForm form) => new(user.Email!, user.TwoFactorEnabled, form);

    private void Say(ProofFailure wrong)
    {
        var sentence = wrong switch
        {
            { OfCode: false, ClosedUntil: { } until } => words["closed-until", TimeWords.From(until)],
            { OfCode: false } => words["current-password-wrong"],
            { Missing: true } => words["code-missing"],
            { ClosedUntil: { } until } => words["code-closed-until", TimeWords.From(until)],
            _ => words["code-wrong"],
        };
        ModelState.AddModelError($"{nameof(AddressPage.Form)}.{(wrong.OfCode ? nameof(AddressForm.Code) : nameof(AddressForm.CurrentPassword))}", sentence);
    }

    private IActionResult Done()
    {
        TempData.Success(words["confirmed"]);
        return this.SeeOther("/account");
    }

    private ViewResult Lapsed(PortalUser user)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Lapsed", user.Email);
    }
}
