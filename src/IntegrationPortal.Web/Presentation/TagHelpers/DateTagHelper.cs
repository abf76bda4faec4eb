using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>
/// A day near today, such as an appointment. The browser's own date field: typed, picked or spoken, and always sent as
/// a calendar day. Days that may be known in part use <c>kern-partial-date</c>.
/// </summary>
[HtmlTargetElement("kern-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    public DateOnly? Min { get; set; }

    public DateOnly? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Open(output, "kern-form-input");
        var input = Describe(Markup.Tag("input", "kern-form-input__input portal-date" + (Error is null ? null : " kern-form-input__input--error")));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Set("type", "date").Set("value", Value)
            .Set("min", Min is { } min ? TimeWords.Iso(min) : null).Set("max", Max is { } max ? TimeWords.Iso(max) : null);
        output.Content.AppendHtml(LabelTag()).AppendHtml(Nothing.Or(HintTag())).AppendHtml(input).AppendHtml(Nothing.Or(ErrorTag()));
    }
}
