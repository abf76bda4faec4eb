using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A KERN alert: a message about the state of something, told by icon and words as well as colour.</summary>
[HtmlTargetElement("kern-alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary>info, success, warning or danger.</summary>
    public string Kind { get; set; } = "info";

    public string Title { get; set; } = "";

    /// <summary>Read out as soon as it appears; for the answer to what somebody just did.</summary>
    public bool Announce { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass($"kern-alert kern-alert--{Kind}");
        if (Announce)
            output.Attributes.SetAttribute("role", Kind is "danger" or "warning" ? "alert" : "status");
        output.Content.AppendHtml(Markup.Tag("div", "kern-alert__header").With(
            Markup.Icon(Kind), Markup.Tag("span", "kern-title", Title)));
        if (!body.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Tag("div", "kern-alert__body").With(Markup.Tag("div", "kern-body").With(body)));
    }
}
