using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>Operations lock, unlock and close accounts.</summary>
[Requires(Right.SeeAccounts), Route("/admin/accounts")]
public sealed class AccountsController(
    PortalDbContext db, CurrentUser me, FindAccounts accounts, RoleWords roles, TimeProvider clock, IStringLocalizer<AccountsTexts> words) : Controller
{
    /// <param name="search">An address from elsewhere may carry words; those of the page are sealed.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(AccountFilter filter, string? search, [FromServices] SealedSearch seal, CancellationToken cancellation)
    {
        // What nobody can choose is not chosen.
        filter.State = filter.State is { } state && Enum.IsDefined(state) ? state : null;
        filter.Role = filter.Role is { } role && Enum.IsDefined(role) ? role : null;
        var typed = Words(search) ?? seal.Open(filter.S, me.UserId!.Value);
        filter.S = typed is null ? null : seal.Seal(typed, me.UserId!.Value);
        var (rows, next) = await accounts.PageAsync(filter, typed, cancellation);
        return View(new AccountsPage(filter, typed, rows, next is null ? null : filter.Href(next))
        {
            States = Enum.GetValues<AccountIs>().Select(s => new Choice(s.ToString(), words[$"AccountIs.{s}"])),
            Roles = Enum.GetValues<Role>().Select(r => new Choice(r.ToString(), roles.Name(r))),
        });
    }

    /// <summary>The words go into the address sealed; what was filtered stays.</summary>
    [HttpPost("")]
    public IActionResult Search(AccountFilter filter, string? search, [FromServices] SealedSearch seal)
    {
        // Of the filter the page sends only what somebody could choose.
        if (!ModelState.IsValid)
            return BadRequest();
        filter.S = Words(search) is { } typed ? seal.Seal(typed, me.UserId!.Value) : null;
        return this.SeeOther(filter.Href(null));
    }

    /// <summary>Sessions end for good: a copied cookie does not work again once the account is unlocked.</summary>
    [HttpPost("{id:guid}/lock")]
    public Task<IActionResult> Lock([FromRoute] Guid id, AccountFilter filter, CancellationToken cancellation) => ChangeAsync(id, filter, "locked", user =>
    {
        user.Lock();
        return Task.CompletedTask;
    }, cancellation);

    [HttpPost("{id:guid}/unlock")]
    public Task<IActionResult> Unlock([FromRoute] Guid id, AccountFilter filter, CancellationToken cancellation) => ChangeAsync(id, filter, "unlocked", user =>
    {
        user.Unlock();
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>It cannot be undone, so it is asked once more.</summary>
    [HttpGet("{id:guid}/close")]
    public async Task<IActionResult> AskToClose([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } user)
            return NotFound();
        Refusal.If(WhyNotChange(user));
        var hats = await accounts.HatsOfAsync([id], cancellation);
        return View("Close", new CloseAccountPage(id, user.DisplayName, user.Email!, [.. hats[id]]));
    }

    /// <summary>For good: all hats end, and the password is gone.</summary>
    [HttpPost("{id:guid}/close")]
    public Task<IActionResult> Close([FromRoute] Guid id, CancellationToken cancellation) => ChangeAsync(id, new AccountFilter(), "closed", async user =>
    {
        var now = clock.GetUtcNow();
        foreach (var membership in await db.Memberships.Where(m => m.UserId == id && m.EndedAt == null).ToListAsync(cancellation))
        {
            membership.EndWithAccount(me.UserId!.Value, now);
            if (membership is { Role: Role.DataProtectionOfficer, TenantId: { } town })
                await db.TellOfficersAsync(town, MailTemplate.OfficerEnded, now, cancellation);
        }

        db.RemoveRange(await db.SecondFactors.Where(f => f.UserId == id).ToListAsync(cancellation));
        db.RemoveRange(await db.LinkedSignIns.Where(l => l.UserId == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Passkeys.Where(p => p.UserId == id).ToListAsync(cancellation));
        user.Close(now);
    }, cancellation);

    private async Task<IActionResult> ChangeAsync(Guid id, AccountFilter back, string done, Func<PortalUser, Task> change, CancellationToken cancellation)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } user)
            return NotFound();
        if (!ModelState.IsValid)
            return BadRequest();
        Refusal.If(WhyNotChange(user));
        await change(user);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[done]);
        return this.SeeOther(back.Href(back.After));
    }

    private static string? Words(string? search) =>
        TypedText.Line(search) is not { } typed ? null : typed.Length <= SealedSearch.MaxLength ? typed : typed[..SealedSearch.MaxLength];

    private Refusal? WhyNotChange(PortalUser user) =>
        user.Id == me.UserId ? new Refusal("account-own") : user.ClosedAt is not null ? new Refusal("account-closed") : null;
}
