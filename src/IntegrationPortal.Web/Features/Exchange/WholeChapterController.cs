using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Markdown;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Exchange;

/// <summary>A whole chapter as one file with everything in it, to be read where there is no network.</summary>
[AllowAnonymous]
[OneConnection]
public sealed partial class WholeChapterController(PortalDbContext db, ReferenceCatalogue catalogue, TimeWords time, IStringLocalizer<HandbookTexts> words) : Controller
{
    private const int Longest = 200;

    private const string Style = """
        body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
        article { border-top: 4px solid #1d4e89; margin-top: 3rem; padding-top: 1rem; } img { max-width: 100%; height: auto; }
        table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .375rem .75rem; text-align: start; }
        @media (prefers-color-scheme: dark) { body { color: #eee; background: #16181c; } a { color: #9cc4f5; } }
        """;

    [HttpGet("/handbook/{chapter:regex(^(good-practice|formats|lessons|news|facts)$)}/offline")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Chapter(string chapter, CancellationToken cancellation)
    {
        var (kind, language) = (Chapters.Of(chapter)!.Value, Languages.OfEntries(HttpContext));
        var entries = await db.HandbookEntries.AsNoTracking().Where(e => e.Kind == kind && e.PublicVersion != null)
            .Include(e => e.Versions.Where(v => v.State == EntryState.Published || v.State == EntryState.DueForReview)).ThenInclude(v => v.Texts)
            .OrderBy(e => e.Slug).Take(Longest).ToListAsync(cancellation);
        var page = new StringBuilder();
        var title = Encode(words["chapter-" + kind]);
        page.Append(null, $"<!DOCTYPE html>\n<html lang=\"{Languages.Current}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title><style>{Style}</style></head>\n<body><main><h1>{title}</h1>\n<ol>");
        foreach (var entry in entries)
            page.Append(null, $"<li><a href=\"#{entry.Slug}\">{Encode(entry.Public!.Read(language).Title)}</a></li>");
        page.Append("</ol>\n");
        if (entries.Count == Longest && await db.HandbookEntries.CountAsync(e => e.Kind == kind && e.PublicVersion != null, cancellation) is > Longest and var all)
            page.Append(null, $"<p>{Encode(words["chapter-cut", Longest, all])}</p>\n");
        foreach (var entry in entries)
            await AppendAsync(page, entry, language, cancellation);
        page.Append("</main></body></html>\n");
        return File(Encoding.UTF8.GetBytes(page.ToString()), "text/html; charset=utf-8", $"{chapter}-{language.ToString().ToLowerInvariant()}.html");
    }

    private async Task AppendAsync(StringBuilder page, HandbookEntry entry, EntryLanguage language, CancellationToken cancellation)
    {
        var version = entry.Public!;
        var text = version.Read(language);
        var body = text.Fields.Count > 0 ? text : version.Read(EntryLanguage.De);
        page.Append(null, $"<article id=\"{entry.Slug}\" lang=\"{Languages.TagOf(text.Language)}\"><h2>{Encode(text.Title)}</h2><p>{Encode(text.Summary)}</p>\n");
        // What the page says at its head goes along: a suggestion is no report, and a partner's text is the partner's.
        if (version.IsProposal)
            page.Append(null, $"<p{Ui()}><strong>{Encode(words["proposal-title"])}</strong> {Encode(words["proposal-words"])}</p>\n");
        if (catalogue.HandbookPartner(version.Partner) is { } partner)
            page.Append(null, $"<p{Ui()}><strong>{Encode(words["partner-title", partner.Name])}</strong> {Encode(words["partner-words", partner.Name, partner.Country])} {Encode(partner.Home)}</p>\n");
        foreach (var field in EntryField.Of(entry.Kind).Where(f => body.Field(f.Key) is not null))
        {
            page.Append(null, $"<h3{Ui()}>{Encode(words["field-" + field.Key])}</h3>\n{(field.IsOneLine ? $"<p>{Encode(body.Field(field.Key)!)}</p>\n" : await MarkdownAsync(body.Field(field.Key)!, cancellation))}");
        }

        if (body.Agenda.Count > 0)
            page.Append(null, $"<h3{Ui()}>{Encode(words["field-agenda"])}</h3><ol>{string.Concat(body.Agenda.Select(a => $"<li><strong>{Encode(words["minutes", a.Minutes])} · {Encode(a.Title)}</strong><br>{Encode(a.Text)}</li>"))}</ol>\n");
        var pictures = await db.ShownAsync(EntryPicture.ShownIn(entry.Kind, body), cancellation);
        if (pictures.Count > 0)
            page.Append(null, $"<p{Ui()}>{Encode(words["credits"])} {Encode(string.Join("; ", pictures.Select(p => $"{p.Alt} ({p.Credit})")))}</p>\n");
        page.Append(null, $"<p{Ui()}>{Encode(Reviewed(version))}</p>\n<p><a href=\"{Encode(HttpContext.Absolute(entry.Address))}\">{Encode(HttpContext.Absolute(entry.Address))}</a>");
        page.Append(version.Source is { } source ? $"<br>{Encode(words["source"])} {Encode(source)}</p></article>\n" : "</p></article>\n");
    }

    private string Reviewed(EntryVersion version) => version.ReviewedOn is not { } day ? words["version", version.Number]
        : $"{(version.ReviewedBy is { } office ? words["reviewed", time.Plain(day), office] : words["as-of", time.Plain(day)])} {words["version", version.Number]}";

    /// <summary>Words of the portal inside an entry, which may be in another language.</summary>
    private static string Ui() => $" lang=\"{Languages.Current}\"";

    private async Task<string> MarkdownAsync(string text, CancellationToken cancellation)
    {
        using var html = new StringWriter();
        SafeMarkdown.ToHtml(text, 3).WriteTo(html, HtmlEncoder.Default);
        return await WithPicturesAsync(html.ToString(), cancellation);
    }

    /// <summary>Pictures come along inside the file; links of the portal lead to it.</summary>
    private async Task<string> WithPicturesAsync(string html, CancellationToken cancellation)
    {
        foreach (var id in Picture().Matches(html).Select(m => Guid.Parse(m.Groups[1].Value)).Distinct().ToList())
        {
            if (await db.PictureAsync(id, cancellation) is { IsPublic: true, Content: var content })
                html = html.Replace($"src=\"{EntryPicture.AddressOf(id)}\"", $"src=\"data:image/webp;base64,{Convert.ToBase64String(content)}\"", StringComparison.Ordinal);
        }

        return html.Replace("href=\"/", $"href=\"{HttpContext.Absolute("/")}", StringComparison.Ordinal);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex("src=\"/handbook/pictures/([0-9a-f-]{36})\"")]
    private static partial Regex Picture();
}
