using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>A volunteer who is written down gets an account: by a mail of the own coordination, for the own profile.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/volunteers/{id:guid}"), OneConnection]
public sealed class VolunteerInvitationsController(
    PortalDbContext db, CurrentUser me, OpenInvitations invitations, TimeProvider clock, IStringLocalizer<VolunteersTexts> words) : Controller
{
    private const string Page = "/Features/Volunteers/Invite.cshtml";

    [HttpGet("invite")]
    public async Task<IActionResult> Invite([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        Refusal.If(volunteer.WhyNotInvite(me.Officer));
        return View(Page, new InviteVolunteerPage(id, volunteer.CalledName, new InviteVolunteerForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    [HttpPost("invite")]
    public async Task<IActionResult> Invite([FromRoute] Guid id, [Bind(Prefix = nameof(InviteVolunteerPage.Form))] InviteVolunteerForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(new InviteVolunteerPage(id, volunteer.CalledName, form), Page);
        if (!await db.Invitations.AnyAsync(i => i.Id == form.Id, cancellation))
            await invitations.SendAsync(volunteer.Invite(form.Id, form.Email, form.Language, me.Officer, clock.GetUtcNow()), cancellation);

        TempData.Success(words["invitation-sent"]);
        return this.SeeOther($"/mentoring/volunteers/{id}#account");
    }

    [HttpPost("invitations/{invitationId:guid}/revoke")]
    public async Task<IActionResult> Revoke([FromRoute] Guid id, [FromRoute] Guid invitationId, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is null
            || await db.Invitations.AsTracking().SingleOrDefaultAsync(i => i.Id == invitationId && i.VolunteerId == id, cancellation) is not { } invitation)
            return NotFound();
        invitation.Revoke(me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["invitation-revoked"]);
        return this.SeeOther($"/mentoring/volunteers/{id}#account");
    }

    private Task<Volunteer?> TakeAsync(Guid id, CancellationToken cancellation) =>
        db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == id, cancellation);
}
