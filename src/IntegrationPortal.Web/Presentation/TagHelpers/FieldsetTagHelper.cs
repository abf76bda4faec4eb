using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>Fields that belong together, under one question.</summary>
[HtmlTargetElement("kern-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    public string Legend { get; set; } = "";

    public string? Hint { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-fieldset");
        output.Content.AppendHtml(Markup.Tag("legend", "kern-label", Legend));
        if (Hint is not null)
            output.Content.AppendHtml(Markup.Tag("div", "kern-hint", Hint));
        output.Content.AppendHtml(Markup.Tag("div", "kern-fieldset__body").With(fields));
    }
}
