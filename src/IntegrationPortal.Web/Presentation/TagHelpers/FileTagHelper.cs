using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A field for one file; the form around it says enctype="multipart/form-data". What was chosen is never shown again.</summary>
[HtmlTargetElement("kern-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    /// <summary>Types that the browser offers first.</summary>
    public string? Accept { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Open(output, "kern-form-input");
        var input = Describe(Markup.Tag("input", "kern-form-input__input portal-file" + (Error is null ? null : " kern-form-input__input--error")));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Set("type", "file").Set("accept", Accept);
        output.Content.AppendHtml(LabelTag()).AppendHtml(Nothing.Or(HintTag())).AppendHtml(input).AppendHtml(Nothing.Or(ErrorTag()));
    }
}
