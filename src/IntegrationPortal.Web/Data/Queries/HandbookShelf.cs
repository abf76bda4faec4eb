using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What a reader looks for; everything left out is any.</summary>
public sealed record HandbookFilter
{
    public HandbookKind? Kind { get; init; }

    public FieldOfAction? Field { get; init; }

    public WorkPhase? Phase { get; init; }

    public CostBand? Cost { get; init; }

    public PlaceSize? Size { get; init; }

    /// <summary>Official key of a municipality, district or association.</summary>
    public string? Place { get; init; }

    /// <summary>Key of the partner that it comes from.</summary>
    public string? Partner { get; init; }
}

/// <summary>The public pages of the handbook, for every list that shows them.</summary>
public static class HandbookShelf
{
    public const int PageLength = 24;

    public static IQueryable<PublishedPage> Shelf(this PortalDbContext db, EntryLanguage language, HandbookFilter? filter = null)
    {
        var pages = db.PublishedPages.AsNoTracking().Where(p => p.Language == language);
        if (filter is null)
            return pages;
        if (filter.Kind is { } kind)
            pages = pages.Where(p => p.Kind == kind);
        if (filter.Field is { } field)
            pages = pages.Where(p => p.Field == field);
        if (filter.Phase is { } phase)
            pages = pages.Where(p => p.Phase == phase);
        if (filter.Cost is { } cost)
            pages = pages.Where(p => p.Cost == cost);
        if (filter.Place is { } place)
            pages = pages.Where(p => p.Places.Contains(place));
        if (filter.Partner is { } partner)
            pages = pages.Where(p => p.Partner == partner);
        if (filter.Size?.Range() is var (from, below))
            pages = pages.Where(p => p.Population >= from && p.Population < below);
        return pages;
    }

    /// <summary>As a row of a list.</summary>
    public static IQueryable<HandbookRow> Rows(this IQueryable<PublishedPage> pages) => pages.Select(p => new HandbookRow(
        p.Kind, p.Slug, p.Title, p.Summary, p.Field, p.Phase, p.Cost, p.Evidence, p.ParticipantsMin, p.ParticipantsMax, p.Minutes, p.IsProposal,
        p.Places, p.PublishedAt, p.ReviewedOn, p.Partner, p.TextLanguage));

    /// <summary>Processes in their order, formats as the work goes on, all others by their title.</summary>
    public static IOrderedQueryable<PublishedPage> InOrder(this IQueryable<PublishedPage> pages) =>
        pages.OrderBy(p => p.Position).ThenBy(p => p.Title).ThenBy(p => p.Slug);

    /// <summary>Newest first, without processes, which have the day on which they begin to hold.</summary>
    public static IQueryable<PublishedPage> Newest(this IQueryable<PublishedPage> pages) =>
        pages.Where(p => p.Kind != HandbookKind.Process).OrderByDescending(p => p.PublishedAt)
            .ThenByDescending(p => p.Kind == HandbookKind.GoodPractice).ThenBy(p => p.Slug);

    /// <summary>What is about a municipality or was written there.</summary>
    public static IQueryable<PublishedPage> OfPlace(this IQueryable<PublishedPage> pages, Guid municipality, string key) =>
        pages.Where(p => p.MunicipalityId == municipality || p.Places.Contains(key));

    /// <summary>The same field or phase, entries of another chapter first.</summary>
    public static Task<List<HandbookRow>> RelatedAsync(this PortalDbContext db, PublishedPage to, CancellationToken cancellation) =>
        db.Shelf(to.Language)
            .Where(p => (p.Kind != to.Kind || p.Slug != to.Slug) && (p.Field == to.Field || (to.Phase != null && p.Phase == to.Phase)))
            .OrderByDescending(p => p.Kind != to.Kind && p.Field == to.Field)
            .ThenByDescending(p => to.Phase != null && p.Phase == to.Phase).ThenBy(p => p.Position).ThenBy(p => p.Slug)
            .Rows().Take(4).ToListAsync(cancellation);
}

/// <summary>One page of the handbook in a list.</summary>
public sealed record HandbookRow(
    HandbookKind Kind, string Slug, string Title, string Summary, FieldOfAction? Field, WorkPhase? Phase, CostBand? Cost, EvidenceGrade? Evidence,
    int? ParticipantsMin, int? ParticipantsMax, int? Minutes, bool IsProposal, IReadOnlyList<string> Places, DateTimeOffset PublishedAt, DateOnly? ReviewedOn,
    string? Partner, EntryLanguage TextLanguage)
{
    public string Address => Kind.Address(Slug);
}
