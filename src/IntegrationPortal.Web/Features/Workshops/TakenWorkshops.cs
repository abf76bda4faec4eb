using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>A workshop of a pilot that the reader sees, to be changed and saved.</summary>
internal static class TakenWorkshops
{
    public static async Task<(PilotFile File, Workshop Workshop)?> TakeWorkshopAsync(this PortalDbContext db, string key, Guid id, CancellationToken cancellation) =>
        await db.TakePilotAsync(key, cancellation) is { } file
        && await db.Workshops.AsTracking().Include(w => w.Attendances).SingleOrDefaultAsync(w => w.PilotId == file.Pilot.PilotId && w.Id == id, cancellation) is { } workshop
            ? (file, workshop) : null;
}
