using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>
/// A table for comparing, with its caption. When it is wider than the page, it scrolls on its own and can be reached
/// by keyboard for that.
/// </summary>
[HtmlTargetElement("kern-table")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";

    /// <summary>The caption is said to screen readers only, where a heading just above says the same.</summary>
    public bool HideCaption { get; set; }

    /// <summary>On a phone each row is a block of its own. Rows and cells then name their roles, so that they stay a table for screen readers.</summary>
    public bool Cards { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var captionId = "table-" + context.UniqueId;
        output.TagName = "div";
        output.AddClass("kern-table-responsive");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-labelledby", captionId);
        var table = Markup.Tag("table", "kern-table kern-table--small portal-table" + (Cards ? " portal-table--cards" : "")).With(
            Markup.Tag("caption", HideCaption ? "kern-sr-only" : "kern-title", Caption).Set("id", captionId), rows);
        output.Content.AppendHtml(Cards ? table.Set("role", "table") : table);
    }
}
