using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace IntegrationPortal.Web.Presentation;

/// <summary>
/// Words joined by slashes ("Anspruch/Verpflichtung/Zulassung") may be parted behind each, or a phone breaks them in the middle; the number of
/// a case is not parted at its hyphens.
/// </summary>
public static partial class Slashes
{
    private static readonly HtmlString MayBreak = new("<wbr>");

    public static IHtmlContent Parted(string text)
    {
        var content = new HtmlContentBuilder();
        var words = Paragraphs.Kept(text);
        var from = 0;
        foreach (var number in Number().EnumerateMatches(words))
        {
            Part(content, words[from..number.Index]);
            from = number.Index + number.Length;
            content.AppendHtml("<span class=\"portal-whole\">").Append(words[number.Index..from]).AppendHtml("</span>");
        }

        Part(content, words[from..]);
        return content;
    }

    private static void Part(HtmlContentBuilder content, string words)
    {
        var parts = words.Split('/');
        for (var i = 0; i < parts.Length - 1; i++)
            content.Append(parts[i] + "/").AppendHtml(MayBreak);
        content.Append(parts[^1]);
    }

    [GeneratedRegex(@"\b\p{Lu}{1,8}-[0-9]{1,4}-[0-9]{4,8}\b")]
    private static partial Regex Number();
}
