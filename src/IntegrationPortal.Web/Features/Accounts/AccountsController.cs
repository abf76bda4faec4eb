using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>Operations lock, unlock and close accounts.</summary>
[Requires(Right.SeeAccounts), Route("/admin/accounts")]
public sealed class AccountsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<AccountsTexts> words) : Controller
{
    private const int MostRows = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, string? s, [FromServices] SealedSearch seal, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = db.Users.AsNoTracking();
        // An address from elsewhere may carry words; those of the page are sealed.
        var typed = Words(search) ?? seal.Open(s, me.UserId!.Value);
        if (typed is not null)
        {
            var pattern = "%" + typed.Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
            found = found.Where(u => EF.Functions.ILike(u.Email!, pattern) || EF.Functions.ILike(u.DisplayName, pattern));
        }
        var users = await found.OrderBy(u => u.NormalizedEmail).Take(MostRows + 1).ToListAsync(cancellation);
        var shown = users.Take(MostRows).ToList();
        var ids = shown.Select(u => u.Id).ToList();
        var hats = await HatsOfAsync(ids, now, cancellation);
        var withPasskey = await db.Passkeys.Where(p => ids.Contains(p.UserId)).Select(p => p.UserId).Distinct().ToListAsync(cancellation);
        return View(new AccountsPage(typed, [.. shown.Select(u => new AccountRow(
            u.Id, u.DisplayName, u.Email!, u.LockoutEnd > now, u.ClosedAt is not null, u.Id == me.UserId, [.. hats[u.Id]], u.TwoFactorEnabled || withPasskey.Contains(u.Id)))], users.Count > MostRows));
    }

    /// <summary>The words go into the address sealed.</summary>
    [HttpPost("")]
    public IActionResult Search(string? search, [FromServices] SealedSearch seal) =>
        this.SeeOther(Words(search) is { } typed ? $"/admin/accounts?s={seal.Seal(typed, me.UserId!.Value)}" : "/admin/accounts");

    /// <summary>Sessions end for good: a copied cookie does not work again once the account is unlocked.</summary>
    [HttpPost("{id:guid}/lock")]
    public Task<IActionResult> Lock([FromRoute] Guid id, CancellationToken cancellation) => ChangeAsync(id, "locked", user =>
    {
        user.Lock();
        return Task.CompletedTask;
    }, cancellation);

    [HttpPost("{id:guid}/unlock")]
    public Task<IActionResult> Unlock([FromRoute] Guid id, CancellationToken cancellation) => ChangeAsync(id, "unlocked", user =>
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
        var hats = await HatsOfAsync([id], clock.GetUtcNow(), cancellation);
        return View("Close", new CloseAccountPage(id, user.DisplayName, user.Email!, [.. hats[id]]));
    }

    /// <summary>For good: all hats end, and the password is gone.</summary>
    [HttpPost("{id:guid}/close")]
    public Task<IActionResult> Close([FromRoute] Guid id, CancellationToken cancellation) => ChangeAsync(id, "closed", async user =>
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

    private async Task<IActionResult> ChangeAsync(Guid id, string done, Func<PortalUser, Task> change, CancellationToken cancellation)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } user)
            return NotFound();
        Refusal.If(WhyNotChange(user));
        await change(user);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[done]);
        return this.SeeOther("/admin/accounts");
    }

    private static string? Words(string? search) =>
        TypedText.Line(search) is not { } typed ? null : typed.Length <= SealedSearch.MaxLength ? typed : typed[..SealedSearch.MaxLength];

    private Refusal? WhyNotChange(PortalUser user) =>
        user.Id == me.UserId ? new Refusal("account-own") : user.ClosedAt is not null ? new Refusal("account-closed") : null;

    private async Task<ILookup<Guid, AccountHat>> HatsOfAsync(List<Guid> users, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await (
            from m in db.Memberships.Where(Hats.InForce(now))
            where users.Contains(m.UserId)
            from t in db.Tenants.Where(t => t.Id == m.TenantId).DefaultIfEmpty()
            orderby t.Name, m.Role
            select new { m.UserId, m.Role, Tenant = t == null ? null : t.Name }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.UserId, r => new AccountHat(r.Role, r.Tenant));
    }
}
