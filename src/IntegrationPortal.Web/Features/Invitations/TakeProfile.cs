using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Invitations;

/// <summary>
/// Whoever accepted an invitation to a profile of a volunteer has it from now on, with its tandems. Done under the new hat, so that the
/// walls ask whether it is theirs; whoever has a profile there already keeps that one. The hat is theirs by then: that the window was closed
/// meanwhile stops nothing, and where the database went away in between, another invitation to the profile finishes it.
/// </summary>
public sealed class TakeProfile(TenantScopes tenants)
{
    public async Task RunAsync(InvitationByMail accepted, Membership hat)
    {
        if (accepted is not Invitation { VolunteerId: { } id } invitation)
            return;
        await using var scope = tenants.EnterAs(hat);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Volunteers.AnyAsync(v => v.ActorId == hat.ActorId && v.UserId == hat.UserId, CancellationToken.None)
            || await db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == id && v.UserId == null, CancellationToken.None) is not { } volunteer)
            return;
        volunteer.BecomeOf(invitation);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
