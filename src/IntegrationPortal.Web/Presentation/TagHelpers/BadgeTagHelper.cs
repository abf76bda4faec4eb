using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A small KERN badge beside a name, such as "Federführung".</summary>
[HtmlTargetElement("kern-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>info, success, warning or danger.</summary>
    public string Kind { get; set; } = "info";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass($"kern-badge kern-badge--{Kind} kern-badge--small");
        output.Content.AppendHtml(Markup.Tag("span", "kern-label").With(words));
    }
}
