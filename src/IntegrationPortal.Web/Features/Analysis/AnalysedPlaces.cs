using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>
/// Whose process somebody sees: a coordination that of its own municipality, a facilitator those of the pilots assigned today, the foundation
/// all (role table of product.md).
/// </summary>
public sealed class AnalysedPlaces(PortalDbContext db, CurrentUser me, FigureSight sight)
{
    public async Task<IReadOnlyList<AnalysedPlace>> ListAsync(CancellationToken cancellation)
    {
        // A municipality that is in no programme has a process too.
        if (me.Hat?.Role == Role.Coordinator)
            return await db.Tenants.AsNoTracking().Where(t => t.Id == me.Hat.TenantId).Select(t => new AnalysedPlace(t.Key, t.Name)).ToListAsync(cancellation);
        return [.. (await sight.PlacesAsync(await db.PilotPlacesAsync(cancellation), cancellation)).Select(p => new AnalysedPlace(p.Key, p.Name))];
    }
}
