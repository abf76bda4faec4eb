using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A KERN button: a link when it has an address, otherwise it submits its form.</summary>
[HtmlTargetElement("kern-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>primary (at most one per page), secondary or tertiary.</summary>
    public string Kind { get; set; } = "primary";

    public string? Href { get; set => field = value.OrNull(); }

    /// <summary>For rows of lists; the area that can be touched stays 48 px high.</summary>
    public bool Small { get; set; }

    public bool Block { get; set; }

    /// <summary>Name of a KERN icon before the words.</summary>
    public string? Icon { get; set => field = value.OrNull(); }

    /// <summary>What the button is about, only for screen readers: "Ansehen" + "Übergabe Potenzialanalyse".</summary>
    public string? About { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass($"kern-btn kern-btn--{Kind}{(Small ? " kern-btn--x-small" : null)}{(Block ? " kern-btn--block" : null)}");
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
        else if (!output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");

        if (Icon is not null)
            output.Content.AppendHtml(Markup.Icon(Icon));
        var label = Markup.Tag("span", "kern-label").With(words);
        if (About is not null)
            label.With(Markup.Tag("span", "portal-sr-text", ": " + About));
        output.Content.AppendHtml(label);
    }
}
