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

namespace IntegrationPortal.Web.Features.SignIns;

/// <summary>The own ways to sign in beside the password. Open also to whoever owes a second factor: an organisation may vouch for two.</summary>
[Requires(Right.KeepSecondFactor), Route(Here)]
public sealed class SignInsController(
    PortalDbContext db, CurrentUser me, OwnSignIns own, LinkedSignIns links, VouchedSeal seal, SignInProviders providers, TimeProvider clock,
    IStringLocalizer<SignInsTexts> words) : Controller
{
    private const string Here = "/account/sign-ins";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new SignInsPage(
        await own.LinkedAsync(cancellation), providers.All, await own.PasskeysAsync(cancellation), me.May(Right.KeepOwnAccount)));

    /// <summary>Somebody comes back from their organisation, and is asked whether that is to be this account.</summary>
    [HttpGet("link")]
    public async Task<IActionResult> Link(CancellationToken cancellation)
    {
        if (await HttpContext.VouchedIdentityAsync() is not { } vouched || !vouched.Holds(clock.GetUtcNow()))
            return Lapsed();
        var user = await own.UserAsync(cancellation);
        return await links.WhoseAsync(vouched, cancellation) switch
        {
            null => View(new LinkPage(own.NameOf(vouched.Provider), user.TwoFactorEnabled, new LinkForm { Identity = seal.ForForm(user.Id, vouched) })),
            { } owner when owner.Id == user.Id => await DoneAsync(user, vouched, cancellation),
            _ => throw await ElsewhereAsync(),
        };
    }

    [HttpPost("link"), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Link([Bind(Prefix = nameof(LinkPage.Form))] LinkForm form, [FromServices] OwnerCheck check, CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        if (seal.FromForm(user.Id, form.Identity) is not { } vouched)
            return Lapsed();
        var now = clock.GetUtcNow();
        if (await links.WhoseAsync(vouched, cancellation) is { } owner && owner.Id != user.Id)
            throw await ElsewhereAsync();
        if (ModelState.IsValid && await check.TryAsync(user, form.CurrentPassword, form.Code, () =>
            {
                db.Add(LinkedSignIn.Link(user, vouched, now));
                db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.SignInLinked, now));
            }, links.Own(user.Id, vouched), cancellation) is { } wrong)
        {
            own.Say(wrong, ModelState);
        }

        return ModelState.IsValid
            ? await DoneAsync(user, vouched, cancellation)
            : this.Again(new LinkPage(own.NameOf(vouched.Provider), user.TwoFactorEnabled, form));
    }

    [HttpGet("{id:guid}/remove")]
    public async Task<IActionResult> Remove([FromRoute] Guid id, CancellationToken cancellation) =>
        await own.FindAsync(id, cancellation) is { } way ? View(new RemovePage(way, new RemoveForm())) : NotFound();

    /// <summary>Whoever came in this way is out with it: every other session ends.</summary>
    [HttpPost("{id:guid}/remove"), SentTwice, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Remove(
        [FromRoute] Guid id, [Bind(Prefix = nameof(RemovePage.Form))] RemoveForm form, [FromServices] PasswordCheck passwords, CancellationToken cancellation)
    {
        var user = await own.UserAsync(cancellation);
        if (ModelState.IsValid && await passwords.TryAsync(user, form.CurrentPassword, cancellation) is { } wrong)
            own.Say(wrong, ModelState);
        if (!ModelState.IsValid)
            return await own.FindAsync(id, cancellation) is { } way ? this.Again(new RemovePage(way, form)) : this.SeeOther(Here);

        // A form that arrives twice finds it gone.
        var link = await db.LinkedSignIns.SingleOrDefaultAsync(l => l.Id == id && l.UserId == user.Id, cancellation);
        if (((object?)link ?? await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == user.Id, cancellation)) is { } gone)
        {
            db.Remove(gone);
            user.EndOtherSessions(HttpContext.SessionTicket());
            db.OutboxMails.Add(OutboxMail.For(user.Id, link is null ? MailTemplate.PasskeyRemoved : MailTemplate.SignInUnlinked, clock.GetUtcNow()));
            await db.SaveInTimeAsync(cancellation);
        }

        // Where the same form was faster, the stamp is another by now.
        await db.Entry(user).ReloadAsync(cancellation);
        await own.GoOnAsync(HttpContext, user, cancellation);
        TempData.Success(words["removed"]);
        return this.SeeOther(Here);
    }

    private async Task<IActionResult> DoneAsync(PortalUser user, VouchedIdentity vouched, CancellationToken cancellation)
    {
        await HttpContext.EndVouchedIdentityAsync();
        if (vouched.TwoFactors)
            await own.GoOnAsync(HttpContext, user, cancellation, new SignInWay(vouched.Provider, TwoFactors: true));
        TempData.Success(words["linked", own.NameOf(vouched.Provider)]);
        return this.SeeOther(Here);
    }

    private async Task<RefusedException> ElsewhereAsync()
    {
        await HttpContext.EndVouchedIdentityAsync();
        return new RefusedException(new Refusal("sign-in-linked-elsewhere"));
    }

    private ViewResult Lapsed()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("LinkLapsed");
    }
}
