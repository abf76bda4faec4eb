using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Data.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What municipalities adopted: the own plans, and what others have released.</summary>
public static class AdoptionsInWork
{
    /// <summary>One plan to be changed and saved; null where there is none for the reader.</summary>
    public static Task<Adoption?> TakeAdoptionAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        db.Adoptions.AsTracking().Include(a => a.Steps.OrderBy(s => s.Position)).SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>Whose result is due, the oldest first; few at any time.</summary>
    public static Task<List<Adoption>> DueAdoptionsAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var before = today.AddMonths(-Adoption.ResultMonths);
        return db.Adoptions.AsNoTracking().Where(a => a.ReportedOn == null && a.AdoptedOn <= before).OrderBy(a => a.AdoptedOn).ThenBy(a => a.Id).ToListAsync(cancellation);
    }

    /// <summary>What is known of the entry elsewhere, first where something came of it.</summary>
    public static Task<List<ReleasedAdoption>> ReleasedAdoptionsAsync(this PortalDbContext db, Guid entryId, CancellationToken cancellation) =>
        db.ReleasedAdoptions.AsNoTracking().Where(a => a.EntryId == entryId)
            .OrderBy(a => a.ReportedOn == null).ThenByDescending(a => a.ReportedOn).ThenBy(a => a.Municipality).ToListAsync(cancellation);

    /// <summary>What a municipality lets everybody read of what it adopted, as far as the entry is public, with the entry; the newest first.</summary>
    public static Task<List<AdoptedEntry>> ReleasedByAsync(this PortalDbContext db, Guid municipality, EntryLanguage language, CancellationToken cancellation) =>
        (from a in db.ReleasedAdoptions.AsNoTracking()
         join p in db.Shelf(language) on a.EntryId equals p.EntryId
         where a.MunicipalityId == municipality
         orderby a.AdoptedOn descending, p.Slug
         select new AdoptedEntry(p.Kind, p.Slug, p.Title, p.TextLanguage, a.AdoptedOn, a.Outcome)).ToListAsync(cancellation);

    /// <summary>The entry with all its versions that the reader may see, to be compared.</summary>
    public static Task<HandbookEntry?> OriginAsync(this PortalDbContext db, Guid entryId, CancellationToken cancellation) =>
        db.HandbookEntries.AsNoTracking().Include(e => e.Versions).ThenInclude(v => v.Texts).SingleOrDefaultAsync(e => e.Id == entryId && e.PublicVersion != null, cancellation);

    /// <summary>Public entries that go on from this one.</summary>
    public static Task<List<HandbookRow>> ContinuationsAsync(this PortalDbContext db, Guid entryId, EntryLanguage language, CancellationToken cancellation) =>
        db.Shelf(language).Where(p => db.HandbookEntries.Any(e => e.Id == p.EntryId && e.OriginId == entryId)).OrderBy(p => p.Title).ThenBy(p => p.Slug)
            .Rows().Take(10).ToListAsync(cancellation);
}

/// <summary>An entry as somebody adopted it.</summary>
/// <param name="Outcome">Null while nobody knows yet.</param>
public sealed record AdoptedEntry(HandbookKind Kind, string Slug, string Title, EntryLanguage TextLanguage, DateOnly AdoptedOn, AdoptionOutcome? Outcome)
{
    /// <summary>Where the entry says where it was adopted.</summary>
    public string Address => Kind.Address(Slug) + "#adopted";
}
