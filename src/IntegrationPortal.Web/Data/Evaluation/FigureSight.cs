using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;

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
                var assigned = await AssignedAsync(cancellation);
                return [.. all.Where(p => assigned.Contains(p.Key))];
            default:
                var own = (await db.Tenants.FindAsync([me.Hat?.TenantId], cancellation))?.Key;
                return [.. all.Where(p => p.Key == own)];
        }
    }

    private static Task<HashSet<string>> AssignedAsync(CancellationToken cancellation) => Task.FromResult(new HashSet<string>());
}
