using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A data category in a line of them: shown, or, with a broken outline and the word for screen readers, not shown.</summary>
[HtmlTargetElement("portal-pill")]
public sealed class PillTagHelper(IStringLocalizer<SharedTexts> words) : TagHelper
{
    public bool Withheld { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "span";
        output.AddClass(Withheld ? "portal-pill portal-pill--withheld" : "portal-pill");
        output.Content.AppendHtml(text);
        if (Withheld)
            output.Content.AppendHtml(Markup.Tag("span", "portal-sr-text", " " + words["is-withheld"]));
    }
}
