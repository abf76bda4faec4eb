using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A list with nothing in it: what that means, and what can be done now.</summary>
[HtmlTargetElement("portal-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("portal-empty");
        output.Content.AppendHtml(Markup.Tag("p", "portal-empty__title", Title));
        if (!more.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Tag("div", "portal-empty__more").With(more));
    }
}
