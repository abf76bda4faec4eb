using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Staff;

/// <summary>Writes an invitation and its mail in one save. The same form a second time finds what the first one made.</summary>
public sealed class SendInvitation(PortalDbContext db, ILookupNormalizer normalizer, TimeProvider clock)
{
    public async Task RunAsync(Officer by, Actor actor, InviteForm form, CancellationToken cancellation)
    {
        if (await db.Invitations.AnyAsync(i => i.Id == form.Id, cancellation))
            return;

        var now = clock.GetUtcNow();
        var invitation = Invitation.Send(form.Id, by, actor.Id, actor.Kind, form.Email, form.Role!.Value, form.Language, now);
        await RefuseMemberAsync(invitation, now, cancellation);
        await MakeRoomAsync(invitation, by, now, cancellation);

        db.Invitations.Add(invitation);
        db.OutboxMails.Add(OutboxMail.ForAddress(
            invitation.Address, invitation.Language, MailTemplate.Invitation, now, invitation.TenantId, invitation.Id));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task RefuseMemberAsync(Invitation invitation, DateTimeOffset now, CancellationToken cancellation)
    {
        var address = normalizer.NormalizeEmail(invitation.Address);
        var isMember = await (
            from m in db.Memberships.Where(Hats.InForce(now))
            where m.TenantId == invitation.TenantId && m.ActorId == invitation.ActorId && m.Role == invitation.Role
            join u in db.Users on m.UserId equals u.Id
            where u.NormalizedEmail == address
            select m.Id).AnyAsync(cancellation);
        Refusal.If(isMember ? new Refusal("invitation-member-already") : null);
    }

    private async Task MakeRoomAsync(Invitation invitation, Officer by, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = await db.Invitations.SingleOrDefaultAsync(
            i => i.ActorId == invitation.ActorId && i.Address == invitation.Address && i.Role == invitation.Role
                && i.AcceptedAt == null && i.RevokedAt == null,
            cancellation);
        if (before is null)
            return;
        Refusal.If(before.IsOpen(now) ? new Refusal("invitation-open-already") : null);
        before.Supersede(by, now);
    }
}
