using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Handbook;

/// <summary>One entry, or all of a chapter, ready to be read in one language.</summary>
public sealed class DrawEntry(PortalDbContext db, ReferenceCatalogue catalogue)
{
    /// <summary>More than this nobody prints at once.</summary>
    public const int Longest = 200;

    public async Task<EntryPage?> PageAsync(HandbookKind kind, string slug, EntryLanguage language, CancellationToken cancellation)
    {
        if (await db.ReadEntryAsync(kind, slug, cancellation) is not { Public: { } version } entry)
            return null;
        // Taken back at this very moment it is not on the shelf any more.
        if (await db.Shelf(language).SingleOrDefaultAsync(p => p.Kind == kind && p.Slug == slug, cancellation) is not { } shelved)
            return null;
        var municipality = entry.MunicipalityId is { } id ? await db.Tenants.Where(t => t.Id == id).Select(t => new ContributingMunicipality(t.Key, t.Name)).SingleAsync(cancellation) : null;
        var page = Page(entry, version, language, municipality, await db.PlacesAsync(shelved.Places, cancellation), await db.RelatedAsync(shelved, cancellation));
        return page with
        {
            Pictures = await db.ShownAsync(page.Shown, cancellation),
            Questions = await db.AnsweredAsync(entry.Id, cancellation),
            Adoptions = await db.ReleasedAdoptionsAsync(entry.Id, cancellation),
            Origin = entry.OriginId is { } origin ? await db.Shelf(language).Where(p => p.EntryId == origin).Rows().SingleOrDefaultAsync(cancellation) : null,
            Continuations = await db.ContinuationsAsync(entry.Id, language, cancellation),
        };
    }

    public async Task<IReadOnlyList<EntryPage>> ChapterAsync(HandbookKind kind, EntryLanguage language, CancellationToken cancellation)
    {
        var entries = await db.HandbookEntries.AsNoTracking().Where(e => e.Kind == kind && e.PublicVersion != null)
            .Include(e => e.Versions.Where(v => v.State == EntryState.Published || v.State == EntryState.DueForReview)).ThenInclude(v => v.Texts)
            .OrderBy(e => e.Slug).Take(Longest).ToListAsync(cancellation);
        // Versions are read after their entries: one that was taken back in between has none.
        var pages = entries.Where(e => e.Public is not null).Select(e => Page(e, e.Public!, language, null, [], [])).ToList();
        var pictures = await db.ShownAsync([.. pages.SelectMany(p => p.Shown).Distinct()], cancellation);
        return
        [
            .. pages.Select(p => p.Shown.Count == 0 ? p : p with { Pictures = [.. pictures.Where(l => p.Shown.Contains(l.Id))] })
                .OrderBy(p => p.Version.Phase ?? (WorkPhase)int.MaxValue).ThenBy(p => p.Text.Title, StringComparer.CurrentCulture),
        ];
    }

    // Plain German may be a title and a summary only; the rest is then read in German.
    private EntryPage Page(
        HandbookEntry entry, EntryVersion version, EntryLanguage language, ContributingMunicipality? municipality, IReadOnlyList<NamedPlace> places, IReadOnlyList<HandbookRow> related)
    {
        var text = version.Read(language);
        var body = text.Fields.Count > 0 ? text : version.Read(EntryLanguage.De);
        return new EntryPage(entry, version, text, body, language, municipality, places, related) { Partner = catalogue.HandbookPartner(version.Partner) };
    }
}
