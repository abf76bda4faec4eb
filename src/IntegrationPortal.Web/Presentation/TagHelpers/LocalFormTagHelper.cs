using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>
/// Gives every form that posts to a written-out address of the portal its antiforgery token. The framework leaves it out there,
/// since the address could be somebody else's.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post],action")]
public sealed class LocalFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("asp-antiforgery") || !IsLocal(output))
            return;
        if (generator.GenerateAntiforgery(ViewContext) is { } token)
            output.PostContent.AppendHtml(token);
    }

    private static bool IsLocal(TagHelperOutput output) =>
        output.Attributes["action"]?.Value?.ToString() is { } action && action.StartsWith('/') && !action.StartsWith("//", StringComparison.Ordinal);
}
