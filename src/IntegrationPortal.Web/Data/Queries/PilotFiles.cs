using System.Data;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A pilot with its municipality, as far as the walls let the reader see it.</summary>
/// <param name="Successor">The key that follows where the official register has ended the municipality's own.</param>
public sealed record PilotFile(Tenant Place, Pilot Pilot, KeySuccessor? Successor);

/// <summary>Reads pilots; which ones, the walls decide.</summary>
public static class PilotFiles
{
    /// <summary>By the key of the municipality; or by the key that followed it, if no other municipality here has that one.</summary>
    public static async Task<PilotFile?> TakePilotAsync(this PortalDbContext db, string key, CancellationToken cancellation)
    {
        var place = await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, cancellation)
            ?? await db.Tenants.AsNoTracking().Where(t => db.Set<KeySuccessor>().Any(s => s.NextKey == key && s.Key == t.Key)).OrderBy(t => t.Key).FirstOrDefaultAsync(cancellation);
        if (place is null || await db.Pilots.AsTracking().WithAll().SingleOrDefaultAsync(p => p.PilotId == place.Id, cancellation) is not { } pilot)
            return null;
        return new PilotFile(place, pilot, await db.Set<KeySuccessor>().AsNoTracking().SingleOrDefaultAsync(s => s.Key == place.Key, cancellation));
    }

    /// <summary>All pilots that the reader may see, with their municipalities.</summary>
    public static async Task<List<PilotFile>> PilotsAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        // Several statements of one moment: a pilot that joined between two of them would take from others what is theirs (ADR 26).
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var pilots = await db.Pilots.AsNoTracking().WithAll().ToListAsync(cancellation);
        var ids = pilots.Select(p => p.PilotId).ToList();
        var places = await db.Tenants.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        return [.. pilots.Select(p => new PilotFile(places[p.PilotId], p, null)).OrderBy(f => f.Place.Name, StringComparer.CurrentCulture).ThenBy(f => f.Place.Key, StringComparer.Ordinal)];
    }

    /// <summary>Everybody who is a facilitator on that day, by name.</summary>
    public static async Task<List<(Guid Id, string Name)>> FacilitatorsAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        var now = db.Session.Now;
        var found = await db.Memberships.AsNoTracking()
            .Where(m => m.Role == Role.ProcessFacilitator && m.TenantId == null && m.EndedAt == null && m.ValidFrom <= now && (m.ValidUntil == null || m.ValidUntil > now))
            .Join(db.Users, m => m.UserId, u => u.Id, (_, u) => new { u.Id, u.DisplayName }).Distinct().OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ToListAsync(cancellation);
        return [.. found.Select(u => (u.Id, u.DisplayName))];
    }

#pragma warning disable RS0030 // Eleven collections in one statement would be each beside each.
    private static IQueryable<Pilot> WithAll(this IQueryable<Pilot> pilots) => pilots
        .Include(p => p.Agreements).Include(p => p.Assignments).Include(p => p.Milestones).ThenInclude(m => m.Delays)
        .Include(p => p.Measures).Include(p => p.Decisions).Include(p => p.Seats).Include(p => p.Continuations)
        .Include(p => p.CheckIns).Include(p => p.Visits).Include(p => p.Questions).AsSplitQuery();
#pragma warning restore RS0030
}
