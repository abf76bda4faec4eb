using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>Somebody has lost their device and all recovery codes: operations take second factor and passkeys off, with a reason.</summary>
[Requires(Right.SeeAccounts), Route("/admin/accounts/{id:guid}/second-factor")]
public sealed class SecondFactorRemovalsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<AccountsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } user)
            return NotFound();
        Refusal.If(SecondFactorRemoval.WhyNot(user, await db.Passkeys.AnyAsync(p => p.UserId == id, cancellation), me.UserId!.Value));
        return View("/Features/Accounts/RemoveFactor.cshtml", Page(user, new RemoveFactorForm()));
    }

    /// <summary>All their sessions end; at the next sign-in whoever needs one sets up another.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Remove([FromRoute] Guid id, [Bind(Prefix = "Form")] RemoveFactorForm form, CancellationToken cancellation)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } user)
            return NotFound();
        var passkeys = await db.Passkeys.Where(p => p.UserId == id).ToListAsync(cancellation);
        Refusal.If(SecondFactorRemoval.WhyNot(user, passkeys.Count > 0, me.UserId!.Value));
        if (!ModelState.IsValid)
            return this.Again(Page(user, form), "/Features/Accounts/RemoveFactor.cshtml");

        var now = clock.GetUtcNow();
        db.Add(SecondFactorRemoval.Remove(user, passkeys.Count > 0, me.UserId!.Value, form.Reason!, now));
        db.RemoveRange(await db.SecondFactors.Where(f => f.UserId == id).ToListAsync(cancellation));
        db.RemoveRange(passkeys);
        db.OutboxMails.Add(OutboxMail.For(id, MailTemplate.SecondFactorTaken, now));
        var towns = await db.Memberships.Where(Hats.InForce(now)).Where(m => m.UserId == id && m.TenantId != null)
            .Select(m => m.TenantId!.Value).Distinct().ToListAsync(cancellation);
        foreach (var town in towns)
            await db.TellOfficersAsync(town, MailTemplate.SecondFactorTakenReported, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["factor-removed"]);
        return this.SeeOther("/admin/accounts");
    }

    private static RemoveFactorPage Page(PortalUser user, RemoveFactorForm form) => new(user.Id, user.DisplayName, user.Email!, form);
}
