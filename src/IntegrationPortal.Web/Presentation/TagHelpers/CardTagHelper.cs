using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A KERN card: a section with its own heading, such as "Wer sieht was".</summary>
[HtmlTargetElement("kern-card")]
public sealed class CardTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Level of the heading in the page.</summary>
    public int Level { get; set; } = 2;

    /// <summary>For anchors and for the section's name; must be unique in the page.</summary>
    public string? Id { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var titleId = (Id ?? "card-" + context.UniqueId) + "-title";
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-card kern-card--hug kern-card--small portal-card");
        if (Id is not null)
            output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", titleId);
        output.Content.AppendHtml(Markup.Tag("div", "kern-card__container").With(
            Markup.Tag("header", "kern-card__header").With(Markup.Tag($"h{Level}", "kern-title", Title).Set("id", titleId)),
            Markup.Tag("div", "kern-card__body").With(body)));
    }
}
