using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Coordinations;

/// <summary>How a municipality begins: operations invite its first coordinator, who invites everybody else.</summary>
[Requires(Right.InviteCoordination), Route("/admin/coordinations")]
public sealed class CoordinationsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<CoordinationsTexts> words) : Controller
{
    [HttpGet("invite")]
    public async Task<IActionResult> Invite(CancellationToken cancellation) =>
        View(await PageAsync(new InviteForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, cancellation));

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(
        [Bind(Prefix = nameof(InvitePage.Form))] InviteForm form, [FromServices] InviteCoordination invite, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(form, cancellation));
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Id == form.Municipality, cancellation) is not { } town)
            return NotFound();
        await invite.RunAsync(me.UserId!.Value, town, form, cancellation);
        TempData.Success(words["invited", town.Name]);
        return this.SeeOther("/admin");
    }

    /// <summary>Only the municipalities that may be chosen: while one has a coordinator, it invites its own people.</summary>
    private async Task<InvitePage> PageAsync(InviteForm form, CancellationToken cancellation)
    {
        var inForce = db.Memberships.Where(Hats.InForce(clock.GetUtcNow())).Where(m => m.Role == Role.Coordinator);
        var towns = await db.Tenants.Where(t => !inForce.Any(m => m.TenantId == t.Id)).OrderBy(t => t.Name).Select(t => new { t.Id, t.Name }).ToListAsync(cancellation);
        return new InvitePage(form, [.. towns.Select(t => new Choice(t.Id.ToString(), t.Name))]);
    }
}
