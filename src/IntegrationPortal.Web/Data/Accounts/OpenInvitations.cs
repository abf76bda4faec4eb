using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Adds an invitation and its mail: one open invitation per address and place, and none for what somebody has already or may not have.</summary>
public sealed class OpenInvitations(PortalDbContext db, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>One save; sent twice at once it is sent once. The scope stands in the municipality of the invitation.</summary>
    public Task SendAsync(Invitation invitation, CancellationToken cancellation) => SendAsync(
        invitation, invitation.TenantId,
        db.Invitations.Where(i => i.ActorId == invitation.ActorId && i.Address == invitation.Address && i.Role == invitation.Role), cancellation);

    public Task SendAsync(PortalInvitation invitation, CancellationToken cancellation) => SendAsync(
        invitation, null, db.PortalInvitations.Where(i => i.Address == invitation.Address && i.Role == invitation.Role), cancellation);

    private async Task SendAsync<T>(T invitation, Guid? tenantId, IQueryable<T> same, CancellationToken cancellation)
        where T : InvitationByMail
    {
        var now = clock.GetUtcNow();
        await RefuseAccountAsync(invitation, now, cancellation);
        // One that gives way in this very save is open to the database and revoked already here.
        if (await same.SingleOrDefaultAsync(i => i.AcceptedAt == null && i.RevokedAt == null, cancellation) is { RevokedAt: null } before)
        {
            if (before.Id == invitation.Id)
                return;
            Refusal.If(before.IsOpen(now) ? new Refusal("invitation-open-already") : null);
            before.Supersede(invitation.InvitedBy, now);
        }

        db.Add(invitation);
        db.OutboxMails.Add(OutboxMail.ForAddress(invitation.Address, invitation.Language, MailTemplate.Invitation, now, tenantId, invitation.Id));
        await db.SaveOnceAsync(same.Where(i => i.Id == invitation.Id), cancellation);
    }

    /// <summary>What the account that has the address, if there is one, could not accept anyway.</summary>
    private async Task RefuseAccountAsync(InvitationByMail invitation, DateTimeOffset now, CancellationToken cancellation)
    {
        var address = normalizer.NormalizeEmail(invitation.Address);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == address, cancellation) is not { } account)
            return;
        Refusal.If(account.ClosedAt is not null ? new Refusal("invitation-account-closed") : null);
        var held = await db.Memberships.AsNoTracking().Where(m => m.UserId == account.Id && m.EndedAt == null).ToListAsync(cancellation);
        Refusal.If(invitation.WhyNotFor(account.Id, held, now));
        Refusal.If(invitation.AmongThem(held, now) is not null && !await LacksProfileAsync(invitation, account.Id, cancellation)
            ? new Refusal("invitation-member-already")
            : null);
    }

    /// <summary>A volunteer whose profile was not taken over when the hat was: the line may break in between.</summary>
    private async Task<bool> LacksProfileAsync(InvitationByMail invitation, Guid userId, CancellationToken cancellation) =>
        invitation is Invitation { VolunteerId: not null, ActorId: var actor }
        && !await db.Volunteers.AnyAsync(v => v.ActorId == actor && v.UserId == userId, cancellation);
}
