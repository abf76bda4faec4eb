using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>Newer and older pages of a long list. Without page numbers, since the list is read from where one stands.</summary>
[HtmlTargetElement("portal-paging", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagingTagHelper(IStringLocalizer<SharedTexts> words) : TagHelper
{
    public string? NewerHref { get; set => field = value.OrNull(); }

    public string? OlderHref { get; set => field = value.OrNull(); }

    /// <summary>Other words where the list is not ordered by time.</summary>
    public string? NewerText { get; set => field = value.OrNull(); }

    public string? OlderText { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (NewerHref is null && OlderHref is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("portal-paging");
        output.Attributes.SetAttribute("aria-label", words["paging"].Value);
        if (NewerHref is not null)
            output.Content.AppendHtml(Link(NewerHref, NewerText ?? words["newer"], "arrow-back", "prev"));
        if (OlderHref is not null)
            output.Content.AppendHtml(Link(OlderHref, OlderText ?? words["older"], "arrow-forward", "next"));
    }

    private static TagBuilder Link(string href, string text, string icon, string rel)
    {
        var link = Markup.Tag("a", "kern-btn kern-btn--secondary").Set("href", href).Set("rel", rel);
        return rel == "prev" ? link.With(Markup.Icon(icon), Markup.Label(text)) : link.With(Markup.Label(text), Markup.Icon(icon));
    }
}
