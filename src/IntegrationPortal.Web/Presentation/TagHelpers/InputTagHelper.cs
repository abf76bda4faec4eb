using System.Globalization;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A KERN text field of one line. The greatest length comes from the form's own rule.</summary>
[HtmlTargetElement("kern-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set => field = value.OrNull(); }

    public string? Inputmode { get; set => field = value.OrNull(); }

    /// <summary>2 or 4 characters wide; otherwise the full width.</summary>
    public int? Width { get; set; }

    /// <summary>"auto" where names and texts of any script may be typed.</summary>
    public string? Dir { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Open(output, "kern-form-input");
        var input = Describe(Markup.Tag("input", "kern-form-input__input"
            + (Error is null ? null : " kern-form-input__input--error")
            + (Width is null ? null : $" kern-form-input__input--width-{Width}")));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Set("type", Type).Set("autocomplete", Autocomplete).Set("inputmode", Inputmode).Set("dir", Dir)
            .Set("maxlength", Limits.MaxLength(For)?.ToString(CultureInfo.InvariantCulture))
            .Set("value", Type == "password" ? null : Value);
        output.Content.AppendHtml(LabelTag()).AppendHtml(Nothing.Or(HintTag())).AppendHtml(input).AppendHtml(Nothing.Or(ErrorTag()));
    }
}
