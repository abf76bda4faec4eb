using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Staff;

/// <summary>An officer invites somebody to an actor. The same form a second time finds what the first one made.</summary>
public sealed class SendInvitation(PortalDbContext db, ReferenceCatalogue catalogue, OpenInvitations invitations, TimeProvider clock)
{
    public async Task RunAsync(Officer by, Actor actor, InviteForm form, CancellationToken cancellation)
    {
        if (await db.Invitations.AnyAsync(i => i.Id == form.Id, cancellation))
            return;
        Refusal.If(catalogue.ActorKind(actor.Kind)?.WhyNotInvite());
        await invitations.SendAsync(
            Invitation.Send(form.Id, by, actor.Id, actor.Kind, form.Email, form.Role!.Value, form.Language, clock.GetUtcNow()), cancellation);
    }
}
