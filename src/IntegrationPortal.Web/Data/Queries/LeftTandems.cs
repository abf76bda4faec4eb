using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Tandems for which nobody answers any more.</summary>
public static class LeftTandems
{
    /// <summary>
    /// Not over, and whoever is responsible does not coordinate the volunteers of the organisation now. Asked at every reading and not
    /// written when a membership ends, which may happen on its day without anybody's deed.
    /// </summary>
    public static IQueryable<Tandem> WithoutResponsible(this PortalDbContext db)
    {
        var inForce = Hats.InForce(db.Session.Now);
        return db.Tandems.Where(t => t.State != TandemState.Ended && !db.Memberships.Where(inForce).Any(
            m => m.UserId == t.ResponsibleUserId && m.TenantId == t.TenantId && m.ActorId == t.ActorId && m.Role == Role.VolunteerCoordinator));
    }
}
