using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>The few numbers with which a day begins.</summary>
[HtmlTargetElement("portal-tiles")]
public sealed class TilesTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.AddClass("portal-tiles");
    }
}

/// <summary>A number and what it counts; a link to exactly the list that it counts.</summary>
[HtmlTargetElement("portal-tile", ParentTag = "portal-tiles", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TileTagHelper : TagHelper
{
    public int Number { get; set; }

    /// <summary>Where counting ended; a number that reaches it is shown as "99+".</summary>
    public int CountedTo { get; set; } = int.MaxValue;

    public string Label { get; set; } = "";

    public string? Href { get; set => field = value.OrNull(); }

    /// <summary>Uses the warning colour when the number is not zero.</summary>
    public bool Late { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(Late && Number > 0 ? "portal-tile portal-tile--late" : "portal-tile");
        var inside = Href is null ? Markup.Tag("div", "portal-tile__inside") : Markup.Tag("a", "portal-tile__inside").Set("href", Href);
        output.Content.AppendHtml(inside.With(
            Markup.Tag("span", "portal-tile__number", Words()),
            Markup.Tag("span", "portal-tile__label", Label)));
    }

    private string Words() => Number < CountedTo
        ? Number.ToString("N0", CultureInfo.CurrentCulture)
        : (CountedTo - 1).ToString("N0", CultureInfo.CurrentCulture) + "+";
}
