using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Exchange;
using IntegrationPortal.Web.Presentation.PublicPages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Exchange;

/// <summary>The handbook for other programs: read only, without an account, the same that everybody reads on its pages.</summary>
[AllowAnonymous]
[OneConnection]
[ApiExplorerSettings(GroupName = "handbook")]
[Route("/api/handbook")]
public sealed class ExchangeController(PortalDbContext db, ReferenceCatalogue catalogue) : Controller
{
    private const int PageLength = 100;

    /// <summary>What there is, a hundred at a time, in a fixed order.</summary>
    /// <param name="kind">A chapter such as "good-practice"; all without it.</param>
    /// <param name="language">"de", "en" or "de-simple"; German without it.</param>
    /// <param name="page">From 1.</param>
    /// <param name="partner">Key of a partner such as "cities-of-migration": only what comes from there.</param>
    [HttpGet("entries")]
    [PublicPage(Tag = FreshHandbook.Tag, Query = ["kind", "language", "page", "partner"])]
    [ProducesResponseType<EntryList>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> List(string? kind, string? language, int? page, string? partner, CancellationToken cancellation)
    {
        var tongue = language switch { "en" => EntryLanguage.En, "de-simple" => EntryLanguage.Plain, _ => EntryLanguage.De };
        var at = Math.Clamp(page ?? 1, 1, 10_000);
        if ((kind is not null && Chapters.Of(kind) is null) || (partner is not null && catalogue.HandbookPartner(partner) is null))
            return NotFound();
        var rows = await db.Shelf(tongue, new HandbookFilter { Kind = Chapters.Of(kind), Partner = partner }).OrderBy(p => p.Kind).ThenBy(p => p.Slug).Rows()
            .Skip((at - 1) * PageLength).Take(PageLength + 1).ToListAsync(cancellation);
        return Json(new EntryList(
            [.. rows.Take(PageLength).Select(r => new ListedEntry(
                r.Kind.Chapter(), r.Slug, r.Title, r.Summary, r.Field?.ToString(), r.PublishedAt, r.ReviewedOn, HttpContext.Absolute(r.Address), Languages.TagOf(r.TextLanguage), r.Partner,
                r.Kind == HandbookKind.Process ? null : HttpContext.Absolute($"/api/handbook/entries/{r.Kind.Chapter()}/{r.Slug}")))],
            rows.Count > PageLength ? at + 1 : null));
    }

    /// <summary>One entry in all its languages as JSON-LD, which the portal also reads in.</summary>
    [HttpGet("entries/{chapter}/{slug}")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    [ProducesResponseType<System.Text.Json.Nodes.JsonObject>(StatusCodes.Status200OK, "application/ld+json")]
    public async Task<IActionResult> Entry(string chapter, string slug, CancellationToken cancellation) =>
        Chapters.Of(chapter) is { } kind && await db.ReadEntryAsync(kind, slug, cancellation) is { Public: { } version } entry
            ? Content(
                EntryDocument.Of(entry, version, catalogue.HandbookPartner(version.Partner), HttpContext.Absolute).ToJsonString(),
                "application/ld+json", System.Text.Encoding.UTF8)
            : NotFound();
}

/// <param name="Next">Number of the next page; null on the last.</param>
public sealed record EntryList(IReadOnlyList<ListedEntry> Entries, int? Next);

/// <param name="Address">Where people read it.</param>
/// <param name="InLanguage">In which language title and summary are in truth.</param>
/// <param name="Partner">Key of the partner that it comes from, or null.</param>
/// <param name="Data">Where programs read it; processes have pages only.</param>
public sealed record ListedEntry(
    string Kind, string Slug, string Title, string Summary, string? Field, DateTimeOffset PublishedAt, DateOnly? ReviewedOn, string Address, string InLanguage, string? Partner, string? Data);
