using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A day that may be known in part: year alone, or month and year. Three fields, of which two may stay empty.</summary>
[HtmlTargetElement("kern-partial-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PartialDateTagHelper(IStringLocalizer<SharedTexts> words) : TagHelper
{
    [HtmlAttributeName("asp-day")]
    public ModelExpression Day { get; set; } = null!;

    [HtmlAttributeName("asp-month")]
    public ModelExpression Month { get; set; } = null!;

    [HtmlAttributeName("asp-year")]
    public ModelExpression Year { get; set; } = null!;

    public string Legend { get; set; } = "";

    public string? Hint { get; set => field = value.OrNull(); }

    /// <summary>"bday" where the person's own birth date is asked.</summary>
    public string? Autocomplete { get; set => field = value.OrNull(); }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context)
    {
        foreach (var field in new[] { Day, Month, Year })
            DrawnFields.Add(ViewContext, NameOf(field));
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var group = IdOf(Day) + "-group";
        var error = new[] { Day, Month, Year }.Select(ErrorOf).FirstOrDefault(e => e is not null);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-fieldset" + (error is null ? null : " kern-fieldset--error"));
        var describedBy = string.Join(' ', new[] { Hint is null ? null : group + "-hint", error is null ? null : group + "-error" }.OfType<string>());
        if (describedBy.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", describedBy);

        output.Content.AppendHtml(Markup.Tag("legend", "kern-label", Legend));
        if (Hint is not null)
            output.Content.AppendHtml(Markup.Tag("div", "kern-hint", Hint).Set("id", group + "-hint"));
        output.Content.AppendHtml(Markup.Tag("div", "kern-fieldset__body kern-fieldset__body--horizontal").With(
            Part(Day, words["day"], 2, "-day"), Part(Month, words["month"], 2, "-month"), Part(Year, words["year"], 4, "-year")));
        if (error is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "kern-error").Set("id", group + "-error").With(
                Markup.Icon("danger"), Markup.ScreenReaderOnly(words["error-prefix"]), Markup.Tag("span", "kern-body", error)));
        }
    }

    private TagBuilder Part(ModelExpression field, string label, int width, string autocomplete)
    {
        var wrong = ErrorOf(field) is not null;
        var input = Markup.Tag("input", $"kern-form-input__input kern-form-input__input--width-{width}" + (wrong ? " kern-form-input__input--error" : null));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Set("id", IdOf(field)).Set("name", NameOf(field)).Set("type", "text").Set("inputmode", "numeric")
            .Set("maxlength", width == 2 ? "2" : "4").Set("value", ValueOf(field)).Set("aria-invalid", wrong ? "true" : null)
            .Set("autocomplete", Autocomplete is null ? "off" : Autocomplete + autocomplete);
        return Markup.Tag("div", "kern-form-input portal-date-part").With(
            Markup.Tag("label", "kern-label", label).Set("for", IdOf(field)), input);
    }

    private string NameOf(ModelExpression field) => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);

    private string IdOf(ModelExpression field) => FieldIds.Of(NameOf(field));

    private ModelStateEntry? EntryOf(ModelExpression field) => ViewContext.ViewData.ModelState[NameOf(field)];

    private string? ErrorOf(ModelExpression field) => EntryOf(field) is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    private string? ValueOf(ModelExpression field)
        => EntryOf(field) is { RawValue: not null, AttemptedValue: var typed } ? typed : field.Model?.ToString();
}
