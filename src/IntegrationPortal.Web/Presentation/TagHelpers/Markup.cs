using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>Small pieces of HTML that several components share. Text is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? cssClass, string? text = null)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
            tag.Attributes["class"] = cssClass;
        if (text is not null)
            tag.InnerHtml.Append(Paragraphs.Kept(text));
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, params IHtmlContent?[] children)
    {
        foreach (var child in children)
        {
            if (child is not null)
                tag.InnerHtml.AppendHtml(child);
        }

        return tag;
    }

    public static TagBuilder Set(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
            tag.Attributes[attribute] = value;
        return tag;
    }

    /// <summary>A KERN icon; it never stands without words, so it is hidden from screen readers.</summary>
    public static TagBuilder Icon(string name) => Tag("span", $"kern-icon kern-icon--{name}").Set("aria-hidden", "true");

    public static TagBuilder ScreenReaderOnly(string text) => Tag("span", "kern-sr-only", text);

    public static TagBuilder Label(string text) => Tag("span", "kern-label", text);

    /// <summary>Razor hands over an empty text where the page's expression was null.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;
}
