using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Maps;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handbook;

/// <summary>The digital handbook, for everybody: what there is, its chapters, one entry, the search.</summary>
[AllowAnonymous]
[OneConnection]
[Route("/handbook")]
public sealed class HandbookController(PortalDbContext db, DrawEntry draw, ReferenceCatalogue catalogue, ContextTerms terms, IStringLocalizer<HandbookTexts> words) : Controller
{
    private const string Written = "{chapter:regex(^(good-practice|formats|lessons|news|facts)$)}";
    private const int Newest = 6;

    private EntryLanguage Language => Languages.OfEntries(HttpContext);

    [HttpGet("")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var shelf = db.Shelf(Language);
        var counts = await shelf.GroupBy(p => p.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var newest = await shelf.Newest().Rows().Take(Newest).ToListAsync(cancellation);
        var there = (await shelf.SelectMany(p => p.Places, (p, place) => new { p.Kind, Place = place }).GroupBy(p => p).Select(g => new { g.Key.Kind, g.Key.Place, Count = g.Count() })
            .ToListAsync(cancellation)).ToLookup(g => g.Place, g => new PagesOfPlace(g.Kind, g.Count));
        var places = await db.PlacesAsync([.. there.Select(p => p.Key)], cancellation);
        var map = new PlaceMap(words.Count("map-title", places.Count), [.. places.Select(p => new MappedPlace(p.ShortName, GermanyMap.Place(p.Latitude, p.Longitude), false))]);
        return View(new OverviewPage(counts, newest, map, [.. places.Select(p => new PlaceWithPages(p.Key, p.ShortName, [.. there[p.Key].OrderBy(k => k.Kind)]))]));
    }

    [HttpGet(Written)]
    [PublicPage(Tag = FreshHandbook.Tag, Query = ["Field", "Phase", "Cost", "Size", "Place", "Partner", "Page"])]
    public async Task<IActionResult> Chapter(string chapter, [FromQuery] ChapterForm form, CancellationToken cancellation)
    {
        var kind = Chapters.Of(chapter)!.Value;
        var rows = db.Shelf(Language, form.Filter(kind));
        var found = await rows.CountAsync(cancellation);
        var places = await db.PlacesAsync(await db.Shelf(Language, new HandbookFilter { Kind = kind }).SelectMany(p => p.Places).Distinct().ToListAsync(cancellation), cancellation);
        return View(new ChapterPage(
            kind, form, await rows.InOrder().Rows().Skip((form.Number - 1) * HandbookShelf.PageLength).Take(HandbookShelf.PageLength).ToListAsync(cancellation), found,
            [.. places.Select(p => new Choice(p.Key, p.ShortName))], await PartnersOfAsync(kind, cancellation)));
    }

    [HttpGet(Written + "/{slug:regex(^[[a-z0-9-]]{{1,80}}$)}")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public Task<IActionResult> Entry(string chapter, string slug, CancellationToken cancellation) => Entry(nameof(Entry), chapter, slug, "", cancellation);

    /// <summary>A format as a sheet for whoever leads the workshop.</summary>
    [HttpGet("{chapter:regex(^formats$)}/{slug:regex(^[[a-z0-9-]]{{1,80}}$)}/sheet")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public Task<IActionResult> Sheet(string chapter, string slug, CancellationToken cancellation) => Entry(nameof(Sheet), chapter, slug, "/sheet", cancellation);

    [HttpGet(Written + "/print")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Print(string chapter, CancellationToken cancellation)
    {
        var kind = Chapters.Of(chapter)!.Value;
        var entries = await draw.ChapterAsync(kind, Language, cancellation);
        return View(new PrintPage(kind, entries, entries.Count < DrawEntry.Longest ? entries.Count : await db.Shelf(Language, new HandbookFilter { Kind = kind }).CountAsync(cancellation)));
    }

    /// <summary>Whom practice comes from that was not written here, on which terms, and what there is of each.</summary>
    [HttpGet("partners")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Partners(CancellationToken cancellation)
    {
        var counts = await db.Shelf(Language).Where(p => p.Partner != null).GroupBy(p => new { p.Partner, p.Kind })
            .Select(g => new { g.Key.Partner, g.Key.Kind, Count = g.Count() }).ToListAsync(cancellation);
        return View(new PartnersPage([.. catalogue.HandbookPartners.Select(p =>
            (p, (IReadOnlyDictionary<HandbookKind, int>)counts.Where(c => c.Partner == p.Key).ToDictionary(c => c.Kind, c => c.Count)))]));
    }

    /// <summary>"Translate my context": what a term of another country is called here, and what is different.</summary>
    [HttpGet("context")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public IActionResult Context() => View(new ContextPage(terms.All, terms.AsOf));

    [HttpGet("search")]
    [PublicPage(Tag = FreshHandbook.Tag, Query = ["Q", "Kind", "Field"])]
    public async Task<IActionResult> Search([FromQuery] SearchForm form, CancellationToken cancellation)
    {
        var hits = string.IsNullOrWhiteSpace(form.Q) ? null : await db.SearchAsync(form.Q, Language, form.Filter, cancellation);
        return View(new SearchPage(form, hits) { Terms = form.Q is { Length: <= HandbookSearch.LongestQuestion } asked ? terms.In(asked) : [] });
    }

    /// <summary>Those of whom the chapter has something: a choice that finds nothing is none.</summary>
    private async Task<IReadOnlyList<Choice>> PartnersOfAsync(HandbookKind kind, CancellationToken cancellation)
    {
        if (!HandbookPartner.Carries(kind))
            return [];
        var keys = await db.Shelf(Language, new HandbookFilter { Kind = kind }).Where(p => p.Partner != null).Select(p => p.Partner).Distinct().ToListAsync(cancellation);
        return [.. catalogue.HandbookPartners.Where(p => keys.Contains(p.Key)).Select(p => new Choice(p.Key, p.Name))];
    }

    private async Task<IActionResult> Entry(string view, string chapter, string slug, string more, CancellationToken cancellation)
    {
        var kind = Chapters.Of(chapter)!.Value;
        if (await draw.PageAsync(kind, slug, Language, cancellation) is { } page)
            return View(view, page);
        return await db.PresentSlugAsync(kind, slug, cancellation) is { } present
            ? RedirectPermanent(HttpContext.Link(kind.Address(present) + more))
            : NotFound();
    }
}
