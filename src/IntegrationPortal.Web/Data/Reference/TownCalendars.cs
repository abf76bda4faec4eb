using System.Collections.Concurrent;
using IntegrationPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The working days of a municipality. In which state it lies never changes, so the database is asked once.</summary>
public sealed class TownCalendars(ReferenceCatalogue catalogue)
{
    private readonly ConcurrentDictionary<Guid, WorkingCalendar> known = new();

    public async ValueTask<WorkingCalendar> OfAsync(PortalDbContext db, Guid tenantId, CancellationToken cancellation)
    {
        if (known.TryGetValue(tenantId, out var calendar))
            return calendar;
        var town = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == tenantId, cancellation);
        return known.GetOrAdd(tenantId, catalogue.For(town));
    }
}
