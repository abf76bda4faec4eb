using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Evaluation;

/// <summary>A municipality of the programme as figures name it.</summary>
/// <param name="Population">Of the official list; the size by which figures are made comparable.</param>
public sealed record PilotPlace(string Key, string Name, KeyKind Kind, string StateCode, int Phase, string? Track, double? Latitude, double? Longitude, int Population);

/// <summary>Who is in the programme: as it was announced, or by an agreement since. Public facts: the start page shows them to everybody.</summary>
public static class Pilots
{
    public static async Task<IReadOnlyList<PilotPlace>> PilotPlacesAsync(this PortalDbContext db, CancellationToken cancellation = default)
    {
        var agreed = (await db.Database.SqlQuery<Agreed>($"select pilot_id, phase, is_in_labour_track from reading.agreed_pilots()").ToListAsync(cancellation)).ToDictionary(a => a.PilotId);
        var later = agreed.Keys.ToList();
        var tenants = await db.Tenants.AsNoTracking().Where(t => t.Phase != null || later.Contains(t.Id)).OrderBy(t => t.Name).ThenBy(t => t.Key).ToListAsync(cancellation);
        var keys = tenants.Select(t => t.Key).ToList();
        // The three kinds of key are of different lengths, so none is found in another list.
        var people = await db.Database.SqlQuery<Inhabitants>($"""
            select key, population from municipality where key = any ({keys}) union all
            select key, population from district where key = any ({keys}) union all
            select key, population from municipal_association where key = any ({keys})
            """).ToDictionaryAsync(i => i.Key, i => i.Population, cancellation);
        return
        [
            .. tenants.Select(t => new PilotPlace(
                t.Key, t.Name, t.KeyKind, t.StateCode, t.Phase ?? agreed[t.Id].Phase,
                t.Track ?? (t.Phase is null && agreed[t.Id].IsInLabourTrack ? "labour_market" : null), t.Latitude, t.Longitude, people.GetValueOrDefault(t.Key))),
        ];
    }

    private sealed record Agreed(Guid PilotId, int Phase, bool IsInLabourTrack);

    private sealed record Inhabitants(string Key, int Population);
}
