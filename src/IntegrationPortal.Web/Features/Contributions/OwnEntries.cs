using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Entries of the own office only; what others have published is read in the handbook.</summary>
internal static class OwnEntries
{
    public static async Task<HandbookEntry?> TakeOwnEntryAsync(this PortalDbContext db, Guid id, Writer by, CancellationToken cancellation) =>
        await db.TakeEntryAsync(id, cancellation) is { } entry && by.WritesFor(entry.MunicipalityId) ? entry : null;
}
