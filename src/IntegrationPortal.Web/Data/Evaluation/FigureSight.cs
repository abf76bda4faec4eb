using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Evaluation;

/// <summary>Whose numbers somebody sees one by one; sums over all pilots everybody sees who may read indicators.</summary>
public sealed class FigureSight(CurrentUser me, PortalDbContext db)
{
    public async Task<IReadOnlyList<PilotPlace>> PlacesAsync(IReadOnlyList<PilotPlace> all, CancellationToken cancellation)
    {
        switch (me.Hat?.Role)
        {
            case Role.FoundationStaff or Role.Evaluator or Role.AdvisoryBoard:
                return all;
            case Role.ProcessFacilitator:
                // The walls show a facilitator the pilots they accompany, and no others.
                var accompanied = await db.Tenants.Where(t => db.Pilots.Any(p => p.PilotId == t.Id)).Select(t => t.Key).ToListAsync(cancellation);
                return [.. all.Where(p => accompanied.Contains(p.Key))];
            default:
                var own = (await db.Tenants.FindAsync([me.Hat?.TenantId], cancellation))?.Key;
                return [.. all.Where(p => p.Key == own)];
        }
    }
}
