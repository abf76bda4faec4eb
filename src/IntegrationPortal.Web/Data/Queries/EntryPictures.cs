using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Pictures of the handbook; the walls say who sees which.</summary>
public static class EntryPictures
{
    /// <summary>Without what is in them.</summary>
    public static Task<List<PictureLine>> PicturesAsync(this PortalDbContext db, Guid entryId, CancellationToken cancellation) =>
        db.EntryPictures.AsNoTracking().Where(p => p.EntryId == entryId).OrderBy(p => p.AddedAt).ThenBy(p => p.Id)
            .Select(p => new PictureLine(p.Id, p.Alt, p.Credit, p.Width, p.Height)).ToListAsync(cancellation);

    /// <summary>Those that a text shows, in its order, as far as the reader sees them: whoever made one is named where it stands.</summary>
    public static async Task<IReadOnlyList<PictureLine>> ShownAsync(this PortalDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var lines = await db.EntryPictures.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new PictureLine(p.Id, p.Alt, p.Credit, p.Width, p.Height)).ToDictionaryAsync(p => p.Id, cancellation);
        return [.. ids.Where(lines.ContainsKey).Select(id => lines[id])];
    }

    /// <summary>What is in it, and whether everybody may keep it; null where there is none for the reader.</summary>
    public static async Task<(byte[] Content, bool IsPublic)?> PictureAsync(this PortalDbContext db, Guid id, CancellationToken cancellation)
    {
        if (await db.EntryPictures.AsNoTracking().Where(p => p.Id == id).Select(p => p.Content).SingleOrDefaultAsync(cancellation) is not { } content)
            return null;
        return (content, await db.Database.SqlQuery<bool>($"""select app.picture_is_public({id}) as "Value" """).SingleAsync(cancellation));
    }
}

/// <summary>One picture in the list of its entry.</summary>
public sealed record PictureLine(Guid Id, string Alt, string Credit, int Width, int Height)
{
    public string Address => EntryPicture.AddressOf(Id);
}
