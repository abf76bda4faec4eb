using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Staff;

/// <summary>The staff of an actor: who is in, who is invited. For the coordination, and for the actor's own manager.</summary>
[Requires(Right.InviteUsers), Route("/actors/{actorId:guid}/staff")]
public sealed class StaffController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeProvider clock, RoleWords roles, RefusalWords refusals,
    IStringLocalizer<StaffTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid actorId, CancellationToken cancellation)
    {
        if (await ActorAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        return View(new StaffPage(
            actor.Id, actor.Name, WhyNotInvite(actor) is { } no ? refusals[no] : null, await ColleaguesAsync(actor, cancellation), await InvitationsAsync(actor, cancellation)));
    }

    [HttpGet("invite")]
    public async Task<IActionResult> Invite(Guid actorId, CancellationToken cancellation)
    {
        if (await ActorAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        Refusal.If(WhyNotInvite(actor));
        return View(Page(actor, new InviteForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(
        Guid actorId, [Bind(Prefix = nameof(InvitePage.Form))] InviteForm form, [FromServices] SendInvitation send, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await ActorAsync(actorId, cancellation) is not { } actor)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(Page(actor, form));
        await send.RunAsync(me.Officer, actor, form, cancellation);
        TempData.Success(words["invited"]);
        return this.SeeOther($"/actors/{actorId}/staff");
    }

    [HttpPost("invitations/{id:guid}/revoke")]
    public async Task<IActionResult> Revoke(Guid actorId, Guid id, CancellationToken cancellation)
    {
        var invitation = await ActorAsync(actorId, cancellation) is null
            ? null
            : await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.ActorId == actorId, cancellation);
        if (invitation is null)
            return NotFound();
        invitation.Revoke(me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["revoked"]);
        return this.SeeOther($"/actors/{actorId}/staff");
    }

    [HttpGet("{membershipId:guid}/end")]
    public async Task<IActionResult> End(Guid actorId, Guid membershipId, CancellationToken cancellation)
    {
        if (await ActorAsync(actorId, cancellation) is not { } actor || await MembershipAsync(actor, membershipId, cancellation) is not { } membership)
            return NotFound();
        Refusal.If(membership.WhyNotEnd(me.Officer, await IsWatchedByOthersAsync(membership.UserId, cancellation)));
        var name = await db.Users.Where(u => u.Id == membership.UserId).Select(u => u.DisplayName).SingleAsync(cancellation);
        return View(new EndPage(actorId, actor.Name, membershipId, name, membership.Role));
    }

    [HttpPost("{membershipId:guid}/end"), ActionName(nameof(End))]
    public async Task<IActionResult> EndNow(Guid actorId, Guid membershipId, CancellationToken cancellation)
    {
        if (await ActorAsync(actorId, cancellation) is not { } actor || await MembershipAsync(actor, membershipId, cancellation) is not { } membership)
            return NotFound();
        var now = clock.GetUtcNow();
        membership.End(me.Officer, await IsWatchedByOthersAsync(membership.UserId, cancellation), now);
        // The one who was the officer is told too: the role is in force until this save.
        if (membership.Role == Role.DataProtectionOfficer)
            await db.TellOfficersAsync(me.Officer.TenantId, MailTemplate.OfficerEnded, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["ended"]);
        return this.SeeOther($"/actors/{actorId}/staff");
    }

    private Refusal? WhyNotInvite(Actor actor) => catalogue.ActorKind(actor.Kind)?.WhyNotInvite();

    /// <summary>Another actor's staff is nothing a manager could see, so it is not there.</summary>
    private async Task<Actor?> ActorAsync(Guid actorId, CancellationToken cancellation) =>
        Invitation.Invites(me.Officer, actorId)
            ? await db.Actors.SingleOrDefaultAsync(a => a.Id == actorId, cancellation)
            : null;

    private Task<Membership?> MembershipAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        db.Memberships.SingleOrDefaultAsync(m => m.Id == id && m.TenantId == actor.TenantId && m.ActorId == actor.Id, cancellation);

    private async Task<List<Colleague>> ColleaguesAsync(Actor actor, CancellationToken cancellation)
    {
        // Memberships stand outside the tenant wall, so the municipality is named here.
        var rows = await (
            from m in db.Memberships.AsNoTracking().Where(Hats.InForce(clock.GetUtcNow()))
            where m.TenantId == actor.TenantId && m.ActorId == actor.Id
            join u in db.Users on m.UserId equals u.Id
            orderby u.DisplayName, m.Id
            select new { Membership = m, u.DisplayName, u.Email }).ToListAsync(cancellation);
        var officers = await OfficersAsync(cancellation);
        return [.. rows.Select(r => new Colleague(
            r.Membership.Id, r.DisplayName, r.Email!, r.Membership.Role, r.Membership.ValidFrom,
            r.Membership.WhyNotEnd(me.Officer, officers.Any(o => o != r.Membership.UserId)) is null))];
    }

    private async Task<bool> IsWatchedByOthersAsync(Guid userId, CancellationToken cancellation) =>
        (await OfficersAsync(cancellation)).Any(o => o != userId);

    private Task<List<Guid>> OfficersAsync(CancellationToken cancellation) => db.Memberships.Where(Hats.InForce(clock.GetUtcNow()))
        .Where(m => m.TenantId == me.Officer.TenantId && m.Role == Role.DataProtectionOfficer).Select(m => m.UserId).ToListAsync(cancellation);

    private async Task<List<OpenInvitation>> InvitationsAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Invitations
            .Where(i => i.ActorId == actor.Id && i.AcceptedAt == null && i.RevokedAt == null)
            .OrderByDescending(i => i.InvitedAt)
            .Select(i => new OpenInvitation(i.Id, i.Address, i.Role, i.ExpiresAt, i.ExpiresAt <= now))
            .ToListAsync(cancellation);
    }

    private InvitePage Page(Actor actor, InviteForm form) => new(
        actor.Id, actor.Name, form,
        [.. Invitation.RolesOffered(me.Officer, actor.Kind).Select(r => new Choice(r.ToString(), roles.Name(r)))]);
}
