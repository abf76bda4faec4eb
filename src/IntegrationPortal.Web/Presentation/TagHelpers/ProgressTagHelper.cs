using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>How much of a whole is done; the words say the same as the bar.</summary>
[HtmlTargetElement("kern-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTagHelper : TagHelper
{
    public int Value { get; set; }

    public int Max { get; set; }

    /// <summary>The words, such as "3 von 12 Schritten erledigt".</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = "progress-" + context.UniqueId;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-progress");
        output.Content.AppendHtml(Markup.Tag("span", "kern-label", Label).Set("id", id))
            .AppendHtml(Markup.Tag("progress", null).Set("aria-labelledby", id)
                .Set("value", Value.ToString(CultureInfo.InvariantCulture)).Set("max", Math.Max(1, Max).ToString(CultureInfo.InvariantCulture)));
    }
}
