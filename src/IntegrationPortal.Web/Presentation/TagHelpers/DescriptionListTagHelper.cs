using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>Facts as pairs of name and value.</summary>
[HtmlTargetElement("kern-description-list")]
public sealed class DescriptionListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.AddClass("kern-description-list");
    }
}

/// <summary>One fact: its name, and the value as content.</summary>
[HtmlTargetElement("kern-description", ParentTag = "kern-description-list")]
public sealed class DescriptionTagHelper : TagHelper
{
    public string Key { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClass("kern-description-list-item");
        output.Content.AppendHtml(Markup.Tag("dt", "kern-description-list-item__key", Key))
            .AppendHtml(Markup.Tag("dd", "kern-description-list-item__value").With(value));
    }
}
