using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Entries of the handbook as those see them who write and review; the walls say which.</summary>
public static class EntriesInWork
{
    /// <summary>One entry with all versions that the reader may see, to be changed and saved; null where there is none for them.</summary>
    public static Task<HandbookEntry?> TakeEntryAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        db.HandbookEntries.AsTracking().Include(e => e.Versions.OrderBy(v => v.Number)).ThenInclude(v => v.Texts).Include(e => e.EarlierSlugs)
            .SingleOrDefaultAsync(e => e.Id == id, cancellation);

    /// <summary>Entries of one office, or of the foundation.</summary>
    public static Task<List<HandbookEntry>> EntriesOfAsync(this PortalDbContext db, Guid? municipality, CancellationToken cancellation) =>
        db.HandbookEntries.AsNoTracking().Where(e => e.MunicipalityId == municipality && e.Versions.Any(v => v.AuthorUserId != null))
            .Include(e => e.Versions).ThenInclude(v => v.Texts.Where(t => t.Language != EntryLanguage.Plain)).ToListAsync(cancellation);

    /// <summary>What waits for the foundation: handed in, in review, and due for another look.</summary>
    public static Task<List<HandbookEntry>> EntriesToReviewAsync(this PortalDbContext db, CancellationToken cancellation) =>
        db.HandbookEntries.AsNoTracking()
            .Where(e => e.OpenState == EntryState.Submitted || e.OpenState == EntryState.InReview || e.Versions.Any(v => v.State == EntryState.DueForReview))
            .Include(e => e.Versions).ThenInclude(v => v.Texts.Where(t => t.Language != EntryLanguage.Plain)).ToListAsync(cancellation);

    /// <summary>What was said about the version that is worked on; the newest review last.</summary>
    public static Task<List<EntryComment>> CommentsAsync(this PortalDbContext db, HandbookEntry entry, CancellationToken cancellation) =>
        entry.Open is not { Number: var number }
            ? Task.FromResult(new List<EntryComment>())
            : db.EntryComments.AsTracking().Where(c => c.EntryId == entry.Id && c.Number == number).OrderBy(c => c.At).ToListAsync(cancellation);

    /// <summary>The row of the entry itself takes part in the save, so that a page drawn before is told so.</summary>
    public static void Touch(this PortalDbContext db, HandbookEntry entry) => db.Entry(entry).Property(e => e.OpenState).IsModified = true;
}
