using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>One entry of the handbook as everybody reads it.</summary>
public static class HandbookEntries
{
    /// <summary>The entry with its public version; null when there is none under this address.</summary>
    public static async Task<HandbookEntry?> ReadEntryAsync(this PortalDbContext db, HandbookKind kind, string slug, CancellationToken cancellation) =>
        await db.HandbookEntries.AsNoTracking()
            .Include(e => e.Versions.Where(v => v.State == EntryState.Published || v.State == EntryState.DueForReview)).ThenInclude(v => v.Texts)
            .SingleOrDefaultAsync(e => e.Kind == kind && e.Slug == slug && e.PublicVersion != null, cancellation);

    /// <summary>Where an earlier address leads today.</summary>
    public static Task<string?> PresentSlugAsync(this PortalDbContext db, HandbookKind kind, string slug, CancellationToken cancellation) =>
        db.HandbookEntries.Where(e => e.Kind == kind && e.PublicVersion != null && e.EarlierSlugs.Any(s => s.Slug == slug))
            .Select(e => (string?)e.Slug).SingleOrDefaultAsync(cancellation);

    /// <summary>Names and positions of places by their official keys, whichever of the three kinds they are.</summary>
    public static async Task<IReadOnlyList<NamedPlace>> PlacesAsync(this PortalDbContext db, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
            return [];
        var municipalities = await db.Set<Municipality>().Where(m => keys.Contains(m.Key)).Select(m => new NamedPlace(m.Key, m.Name, m.Latitude, m.Longitude)).ToListAsync(cancellation);
        var districts = await db.Set<District>().Where(d => keys.Contains(d.Key)).Select(d => new NamedPlace(d.Key, d.Name, d.Latitude, d.Longitude)).ToListAsync(cancellation);
        var associations = await db.Set<MunicipalAssociation>().Where(a => keys.Contains(a.Key)).Select(a => new NamedPlace(a.Key, a.Name, a.Latitude, a.Longitude)).ToListAsync(cancellation);
        return [.. municipalities.Concat(districts).Concat(associations).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>A place of the official list.</summary>
public sealed record NamedPlace(string Key, string Name, double Latitude, double Longitude)
{
    /// <summary>The official list writes "Jena, Stadt"; readers say Jena.</summary>
    public string ShortName => Name.Split(", ")[0];
}
