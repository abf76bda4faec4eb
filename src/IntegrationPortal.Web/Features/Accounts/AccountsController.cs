using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
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
        var hats = await HatsOfAsync([.. shown.Select(u => u.Id)], now, cancellation);
        return View(new AccountsPage(typed, [.. shown.Select(u => new AccountRow(
            u.Id, u.DisplayName, u.Email!, u.LockoutEnd > now, u.ClosedAt is not null, u.Id == me.UserId, [.. hats[u.Id]]))], users.Count > MostRows));
    }

    /// <summary>The words go into the address sealed.</summary>
    [HttpPost("")]
    public IActionResult Search(string? search, [FromServices] SealedSearch seal) =>
        this.SeeOther(Words(search) is { } typed ? $"/admin/accounts?s={seal.Seal(typed, me.UserId!.Value)}" : "/admin/accounts");

    [HttpPost("{id:guid}/lock")]
    public Task<IActionResult> Lock([FromRoute] Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, "locked", user => user.LockoutEnd = DateTimeOffset.MaxValue, cancellation);

    [HttpPost("{id:guid}/unlock")]
    public Task<IActionResult> Unlock([FromRoute] Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, "unlocked", user => user.LockoutEnd = null, cancellation);

    /// <summary>For good: all hats end, and the password is gone.</summary>
    [HttpPost("{id:guid}/close")]
    public async Task<IActionResult> Close([FromRoute] Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var membership in await db.Memberships.Where(m => m.UserId == id && m.EndedAt == null).ToListAsync(cancellation))
            membership.EndWithAccount(me.UserId!.Value, now);
        return await ChangeAsync(id, "closed", user => (user.ClosedAt, user.PasswordHash, user.ActiveMembershipId) = (now, null, null), cancellation);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string done, Action<PortalUser> change, CancellationToken cancellation)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellation) is not { } user)
            return NotFound();
        Refusal.If(id == me.UserId ? new Refusal("account-own") : null);
        Refusal.If(user.ClosedAt is not null ? new Refusal("account-closed") : null);
        change(user);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[done]);
        return this.SeeOther("/admin/accounts");
    }

    private static string? Words(string? search) =>
        TypedText.Line(search) is not { } typed ? null : typed.Length <= SealedSearch.MaxLength ? typed : typed[..SealedSearch.MaxLength];

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
