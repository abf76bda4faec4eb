using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>One yes-or-no question. A hidden field says "no", since browsers send nothing for an empty box.</summary>
[HtmlTargetElement("kern-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Open(output, "kern-form-check");
        var ticked = Entry is { RawValue: not null, AttemptedValue: { } typed }
            ? typed.StartsWith("true", StringComparison.OrdinalIgnoreCase)
            : For.Model is true;
        var input = Markup.Tag("input", "kern-form-check__checkbox" + (Error is null ? null : " kern-form-check__checkbox--error"));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Set("type", "checkbox").Set("id", Id).Set("name", Name).Set("value", "true").Set("checked", ticked ? "checked" : null)
            .Set("aria-describedby", DescribedBy()).Set("aria-invalid", Error is null ? null : "true");
        var no = Markup.Tag("input", null).Set("type", "hidden").Set("name", Name).Set("value", "false");
        no.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(input).AppendHtml(Markup.Tag("label", "kern-label", LabelText).Set("for", Id)).AppendHtml(no);
        if (Hint is not null)
            output.Content.AppendHtml(Markup.Tag("span", "portal-choice__about").Set("id", Id + "-hint").With(Markup.Tag("span", "portal-choice__hint", Hint)));
        output.Content.AppendHtml(Nothing.Or(ErrorTag()));
    }
}
