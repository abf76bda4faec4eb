using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Invitations;

/// <summary>
/// Whoever accepted an invitation to a profile of a volunteer has it from now on, with its tandems. Done under the new hat, so that the
/// walls ask whether it is theirs; whoever has a profile there already keeps that one.
/// </summary>
public sealed class TakeProfile(TenantScopes tenants)
{
    public async Task RunAsync(Invitation accepted, Membership hat, CancellationToken cancellation)
    {
        if (accepted.VolunteerId is not { } id)
            return;
        await using var scope = tenants.EnterAs(hat);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Volunteers.AnyAsync(v => v.ActorId == hat.ActorId && v.UserId == hat.UserId, cancellation)
            || await db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == id && v.UserId == null, cancellation) is not { } volunteer)
            return;
        volunteer.BecomeOf(accepted);
        await db.SaveChangesAsync(cancellation);
    }
}
