using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Invitations;

/// <summary>The link in the mail of an invitation. It works once; a used, revoked or lapsed one says so.</summary>
[AllowAnonymous, Route("/invitations/accept")]
public sealed class InvitationsController(
    CurrentUser me, SignedLinks links, TenantScopes tenants, TimeProvider clock, RefusalWords refusals, TakeProfile profile,
    IStringLocalizer<InvitationsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Accept(string? token, CancellationToken cancellation)
    {
        await using var opened = await OpenedInvitation.OpenAsync(token, me, links, tenants, cancellation);
        if (opened?.WhyNotAccept(clock.GetUtcNow()) is { } no)
            return Closed(no);
        return opened is null
            ? Closed(new Refusal("invitation-unknown"))
            : View(new AcceptPage(opened.Shown, opened.StepFor(me), new AcceptForm { Token = token! }));
    }

    /// <summary>The first account of the invited person; it is signed in at once.</summary>
    [HttpPost(""), EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Accept([Bind(Prefix = nameof(AcceptPage.Form))] AcceptForm form, CancellationToken cancellation)
    {
        await using var opened = await OpenedInvitation.OpenAsync(form.Token, me, links, tenants, cancellation);
        if (opened is null)
            return Closed(new Refusal("invitation-unknown"));
        var now = clock.GetUtcNow();
        if (opened.WhyNotAccept(now) is { } no)
            return Closed(no);
        var step = opened.StepFor(me);
        if (step != AcceptStep.NewAccount)
        {
            // Since the page was drawn the account has come to be, for instance by a second tab: nothing was done now.
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(new AcceptPage(opened.Shown, step, form));
        }

        var name = TypedText.Line(form.DisplayName);
        if (ModelState.IsValid && name is null)
            ModelState.AddModelError($"{nameof(AcceptPage.Form)}.{nameof(form.DisplayName)}", words["display-name-missing"]);
        if (!ModelState.IsValid)
            return this.Again(new AcceptPage(opened.Shown, step, form));

        var user = PortalUser.Create(opened.Invitation.Address, name!, opened.Invitation.Language, now);
        // CreateAsync saves all that the context holds: account, membership and used invitation are one save.
        var hat = await opened.AcceptAsync(user, now, cancellation);
        user.ActiveMembershipId = hat.Id;
        var created = await opened.Users.CreateAsync(user, form.NewPassword);
        foreach (var error in created.Errors.DistinctBy(e => e.Code))
            ModelState.AddModelError($"{nameof(AcceptPage.Form)}.{nameof(form.NewPassword)}", words[error.Code]);
        if (!created.Succeeded)
            return this.Again(new AcceptPage(opened.Shown, step, form));
        await profile.RunAsync(opened.Invitation, hat);
        return await EnterAsync(user, hat, now);
    }

    /// <summary>The hat for an account that exists; its owner is signed in.</summary>
    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm(string? token, CancellationToken cancellation)
    {
        // The link still holds afterwards.
        if (me.OwesSecondFactor)
            return this.SeeOther(SecondFactorDuty.Path);
        await using var opened = await OpenedInvitation.OpenAsync(token, me, links, tenants, cancellation);
        if (opened is null || opened.StepFor(me) != AcceptStep.Confirm)
            return Closed(new Refusal("invitation-unknown"));
        var now = clock.GetUtcNow();
        if (opened.WhyNotAccept(now) is { } no)
            return Closed(no);
        var hat = await opened.AcceptAsync(opened.Account!, now, cancellation);
        opened.Account!.ActiveMembershipId = hat.Id;
        await opened.Db.SaveChangesAsync(cancellation);
        await profile.RunAsync(opened.Invitation, hat);
        return await EnterAsync(opened.Account, hat, now, HttpContext.SessionTicket());
    }

    private async Task<IActionResult> EnterAsync(PortalUser user, Membership hat, DateTimeOffset now, SessionTicket? goesOn = null)
    {
        await HttpContext.StartSessionAsync(user, hat, now, goesOn);
        Response.Cookies.Append(Languages.CookieName, user.Language, Languages.PreferenceCookie(Request));
        TempData.Success(words["welcome"]);
        return this.SeeOther("/worklist");
    }

    private ViewResult Closed(Refusal no)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Closed", refusals[no]);
    }
}
