using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Adds an invitation and its mail: one open invitation per address, actor and role, and none for what somebody has already.</summary>
public sealed class OpenInvitations(PortalDbContext db, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>One save. The scope stands in the municipality of the invitation.</summary>
    public async Task SendAsync(Invitation invitation, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await RefuseMemberAsync(invitation, now, cancellation);
        await MakeRoomAsync(invitation, now, cancellation);
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

    private async Task MakeRoomAsync(Invitation invitation, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = await db.Invitations.SingleOrDefaultAsync(
            i => i.ActorId == invitation.ActorId && i.Address == invitation.Address && i.Role == invitation.Role
                && i.AcceptedAt == null && i.RevokedAt == null,
            cancellation);
        if (before is null)
            return;
        Refusal.If(before.IsOpen(now) ? new Refusal("invitation-open-already") : null);
        before.Supersede(invitation.InvitedBy, now);
    }
}
