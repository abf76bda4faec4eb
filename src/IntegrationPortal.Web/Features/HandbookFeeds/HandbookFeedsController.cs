using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.HandbookFeeds;

/// <summary>What machines read of the handbook: the feed of what is new, the list of all pages, and who may read them.</summary>
[AllowAnonymous]
public sealed class HandbookFeedsController(PortalDbContext db, IStringLocalizer<HandbookTexts> words) : Controller
{
    private const int InFeed = 30;

    /// <summary>More addresses a sitemap may not hold.</summary>
    private const int InSitemap = 50_000;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [HttpGet("/handbook/feed.atom")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Feed(CancellationToken cancellation)
    {
        var rows = await db.Shelf(Languages.OfEntries(HttpContext)).Newest().Rows().Take(InFeed).ToListAsync(cancellation);
        var self = HttpContext.Absolute(HttpContext.Link("/handbook/feed.atom"));
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", Languages.Current),
            new XElement(Atom + "id", HttpContext.Absolute("/handbook")),
            new XElement(Atom + "title", words["title"].Value),
            new XElement(Atom + "subtitle", words["lead"].Value),
            new XElement(Atom + "updated", Moment(rows.Count > 0 ? rows.Max(r => r.PublishedAt) : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", words["title"].Value)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", self)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", HttpContext.Absolute(HttpContext.Link("/handbook")))),
            rows.Select(Entry));
        return Xml(feed, "application/atom+xml");
    }

    [HttpGet("/sitemap.xml")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Sitemap(CancellationToken cancellation)
    {
        string[] fixedPages = ["/", "/municipalities", "/handbook", "/handbook/context", "/handbook/partners", .. Enum.GetValues<HandbookKind>().Select(k => "/handbook/" + k.Chapter())];
        var pages = await db.Shelf(EntryLanguage.De).OrderBy(p => p.Kind).ThenBy(p => p.Slug).Take(InSitemap - fixedPages.Length)
            .Select(p => new { p.Kind, p.Slug, p.PublishedAt }).ToListAsync(cancellation);
        var addresses = fixedPages.Select(a => (Address: a, Changed: (DateTimeOffset?)null))
            .Concat(pages.Select(p => (Address: p.Kind.Address(p.Slug), Changed: (DateTimeOffset?)p.PublishedAt)));
        var map = new XElement(
            Sitemaps + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml),
            addresses.Select(a => new XElement(
                Sitemaps + "url",
                new XElement(Sitemaps + "loc", HttpContext.Absolute(a.Address)),
                a.Changed is { } changed ? new XElement(Sitemaps + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
                Alternate(a.Address, "de", "de"),
                Alternate(a.Address, "en", "en"))));
        return Xml(map, "application/xml");
    }

    /// <summary>Public pages may be found; everything else is nobody's business, and the portal says so to those who ask.</summary>
    [HttpGet("/robots.txt")]
    [PublicPage]
    public IActionResult Robots() => Content(
        $"""
        User-agent: *
        Allow: /$
        Allow: /?lang=
        Allow: /handbook
        Allow: /api/handbook
        Allow: /municipalities
        Allow: /open-data
        Allow: /cards/
        Allow: /css/
        Allow: /js/
        Allow: /lib/
        Allow: /fonts/
        Disallow: /

        Sitemap: {HttpContext.Absolute("/sitemap.xml")}

        """,
        "text/plain",
        Encoding.UTF8);

    private XElement Entry(HandbookRow row) => new(
        Atom + "entry",
        new XElement(Atom + "id", HttpContext.Absolute(row.Address)),
        new XElement(Atom + "title", row.Title),
        new XElement(Atom + "updated", Moment(row.PublishedAt)),
        new XElement(Atom + "category", new XAttribute("term", row.Kind.Chapter()), new XAttribute("label", words["kind-" + row.Kind].Value)),
        new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", HttpContext.Absolute(HttpContext.Link(row.Address)))),
        new XElement(Atom + "summary", row.Summary));

    private XElement Alternate(string address, string code, string tongue) => new(
        Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", tongue), new XAttribute("href", HttpContext.Absolute($"{address}?{Languages.QueryName}={code}")));

    private ContentResult Xml(XElement root, string type)
    {
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = Encoding.UTF8 }))
            new XDocument(root).Save(writer);
        return Content(text.ToString(), type, Encoding.UTF8);
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
