using IntegrationPortal.Web.Presentation.Pictures;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace IntegrationPortal.Web.Presentation.Markdown;

/// <summary>
/// Markdown as HTML that cannot do anything: no HTML of the writer, no scripts, no pictures but the handbook's own and with words, links to the web, to mail
/// and to pages of the portal only. What is not on the list of known parts does not come through.
/// </summary>
public static class SafeMarkdown
{
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    /// <param name="markdown">As somebody wrote it.</param>
    /// <param name="below">Level of the heading that the text stands under; its own headings go below it.</param>
    public static IHtmlContent ToHtml(string? markdown, int below = 2)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return HtmlString.Empty;
        try
        {
            return new HtmlString(Render(markdown, below));
        }
        catch (ArgumentException)
        {
            // Brackets or quotes nested so deep that nobody meant them: shown as they are.
            return new HtmlContentBuilder().AppendHtml("<p>").Append(markdown).AppendHtml("</p>\n");
        }
    }

    private static string Render(string markdown, int below)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        Clean(document, below);
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return Paragraphs.Kept(html.ToString());
    }

    private static void Clean(MarkdownDocument document, int below)
    {
        foreach (var block in document.Descendants<Block>().ToList())
        {
            if (block is HeadingBlock heading)
                heading.Level = Math.Min(heading.Level + below, DeepestHeading);
            else if (block is Table table)
                table.ColumnDefinitions.ForEach(c => c.Alignment = null);
            else if (!IsKnown(block))
                block.Parent?.Remove(block);
        }

        foreach (var inline in document.Descendants<Inline>().ToList())
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } picture when SafePictures.IsOwn(picture.GetDynamicUrl?.Invoke() ?? picture.Url) && HasWords(picture):
                    picture.Title = null;
                    picture.GetAttributes().AddClass("portal-picture");
                    break;
                // The words stay, the picture or the link goes.
                case LinkInline link when link.IsImage || !IsAllowed(link.GetDynamicUrl?.Invoke() ?? link.Url):
                    Unwrap(link);
                    break;
                case AutolinkInline link when !IsAllowed(link.IsEmail ? "mailto:" + link.Url : link.Url):
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
                case HtmlInline or HtmlEntityInline { Transcoded.Length: 0 }:
                    inline.Remove();
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsKnown(Block block) => block is ParagraphBlock or ListBlock or ListItemBlock or QuoteBlock or CodeBlock
        or ThematicBreakBlock or Table or TableRow or TableCell or LinkReferenceDefinitionGroup or LinkReferenceDefinition or MarkdownDocument or BlankLineBlock;

    private static bool HasWords(LinkInline picture) => picture.Descendants<LiteralInline>().Any(w => !w.Content.IsEmptyOrWhitespace());

    private static void Unwrap(LinkInline link)
    {
        foreach (var child in link.ToList())
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    /// <summary>A page of the portal, or https, http and mailto; nothing that a browser could run.</summary>
    internal static bool IsAllowed(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Any(c => char.IsControl(c) || c == '\\'))
            return false;
        if (address[0] is '#')
            return true;
        if (address[0] is '/')
            return !address.StartsWith("//", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
    }
}
