using Microsoft.AspNetCore.Html;

namespace IntegrationPortal.Web.Presentation;

/// <summary>Words joined by slashes ("Anspruch/Verpflichtung/Zulassung") may be parted behind each, or a phone breaks them in the middle.</summary>
public static class Slashes
{
    private static readonly HtmlString MayBreak = new("<wbr>");

    public static IHtmlContent Parted(string text)
    {
        var parts = Paragraphs.Kept(text).Split('/');
        var content = new HtmlContentBuilder();
        for (var i = 0; i < parts.Length - 1; i++)
            content.Append(parts[i] + "/").AppendHtml(MayBreak);
        return content.Append(parts[^1]);
    }
}
