using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>Operations invite to the roles that belong to no municipality: foundation, facilitators, evaluation, board, and their own.</summary>
[Requires(Right.SeeAccounts), Route("/admin/accounts")]
public sealed class PortalInvitationsController(
    PortalDbContext db, CurrentUser me, OpenInvitations invitations, TimeProvider clock, RoleWords roles, IStringLocalizer<AccountsTexts> words) : Controller
{
    private const string Page = "/Features/Accounts/Invite.cshtml";

    [HttpGet("invite")]
    public async Task<IActionResult> Invite(CancellationToken cancellation) =>
        View(Page, await PageAsync(new PortalInviteForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, cancellation));

    [HttpPost("invite")]
    public async Task<IActionResult> Invite([Bind(Prefix = nameof(PortalInvitePage.Form))] PortalInviteForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(form, cancellation), Page);
        if (!await db.PortalInvitations.AnyAsync(i => i.Id == form.Id, cancellation))
        {
            await invitations.SendAsync(
                PortalInvitation.Send(form.Id, me.UserId!.Value, form.Email, form.Role!.Value, form.Language, clock.GetUtcNow()), cancellation);
        }

        TempData.Success(words["invited"]);
        return this.SeeOther("/admin/accounts/invite");
    }

    [HttpPost("invitations/{id:guid}/revoke")]
    public async Task<IActionResult> Revoke([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.PortalInvitations.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } invitation)
            return NotFound();
        invitation.Revoke(me.UserId!.Value, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["revoked"]);
        return this.SeeOther("/admin/accounts/invite");
    }

    private async Task<PortalInvitePage> PageAsync(PortalInviteForm form, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var open = await db.PortalInvitations.Where(i => i.AcceptedAt == null && i.RevokedAt == null).OrderByDescending(i => i.InvitedAt)
            .Select(i => new OpenPortalInvitation(i.Id, i.Address, i.Role, i.ExpiresAt, i.ExpiresAt <= now)).ToListAsync(cancellation);
        return new PortalInvitePage(form, [.. Roles.OfThePortal.Select(r => new Choice(r.ToString(), roles.Name(r)))], open);
    }
}
