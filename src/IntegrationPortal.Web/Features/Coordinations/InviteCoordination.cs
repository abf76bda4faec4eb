using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Coordinations;

/// <summary>
/// Operations belong to no municipality, so this enters the chosen one in a scope of its own, founds its coordination office when
/// there is none, and invites to it. Nothing of a case can be seen from there. The data protection officer, where there is one, is told.
/// </summary>
public sealed class InviteCoordination(TenantScopes tenants, TimeProvider clock)
{
    public async Task RunAsync(Guid byUserId, Tenant town, InviteForm form, CancellationToken cancellation)
    {
        await using var scope = tenants.Enter(town.Id, byUserId);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Invitations.AnyAsync(i => i.Id == form.Id, cancellation))
            return;
        var now = clock.GetUtcNow();
        var office = await db.Actors.SingleOrDefaultAsync(a => a.Kind == Actor.Coordination, cancellation);
        if (office is null)
        {
            office = Actor.Add(town.Id, Guid.CreateVersion7(now), Actor.Coordination, new ActorDetails($"Kommunale Koordination {town.Name}"));
            db.Actors.Add(office);
        }

        var isCoordinated = await db.Memberships.Where(Hats.InForce(now)).AnyAsync(m => m.TenantId == town.Id && m.Role == Role.Coordinator, cancellation);
        var invitation = Invitation.ToCoordination(form.Id, byUserId, town.Id, office.Id, form.Email, form.Language, now, isCoordinated);
        var open = await db.Invitations.Where(i => i.Role == Role.Coordinator && i.AcceptedAt == null && i.RevokedAt == null).ToListAsync(cancellation);
        // Sent twice at once.
        if (open.Exists(i => i.Id == form.Id))
            return;
        // Otherwise a second one could still come in by a link sent before, when the town has its coordinator.
        foreach (var before in open)
            before.GiveWayTo(invitation);
        await db.TellOfficersAsync(town.Id, MailTemplate.CoordinationInvited, now, cancellation);
        await scope.ServiceProvider.GetRequiredService<OpenInvitations>().SendAsync(invitation, cancellation);
    }
}
