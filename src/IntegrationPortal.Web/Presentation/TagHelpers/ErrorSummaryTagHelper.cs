using System.Text.Encodings.Web;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>
/// Everything that has to be mended before the form can go, in the order of the form, each a link to its field. It takes
/// the focus when the page comes back, so that nobody has to search.
/// </summary>
[HtmlTargetElement("kern-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedTexts> words) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors(ViewContext.ViewData).ToList();
        var overtaken = ViewContext.ViewData[Overtaken.Key] as string;
        if (errors.Count == 0 && overtaken is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-alert kern-alert--danger portal-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml(Markup.Tag("div", "kern-alert__header").With(
            Markup.Icon("danger"),
            Markup.Tag("h2", "kern-title", Title(overtaken is not null, errors.Count)).Set("id", "error-summary-title")));
        var body = Markup.Tag("div", "kern-alert__body");
        if (overtaken is not null)
            body.With(Markup.Tag("p", "kern-body", overtaken));
        output.Content.AppendHtml(errors.Count == 0 ? body : body.With(new InOrder(ViewContext, errors)));
    }

    private string Title(bool overtaken, int errors) =>
        overtaken ? words["overtaken"] : errors == 1 ? words["one-error"] : words["many-errors", errors];

    private static IEnumerable<(string Field, string Message)> Errors(ViewDataDictionary view) =>
        view.ModelState.Where(e => e.Value is { Errors.Count: > 0 })
            .SelectMany(e => e.Value!.Errors.Select(x => (e.Key, x.ErrorMessage)))
            .Where(e => !string.IsNullOrEmpty(e.ErrorMessage))
            .Distinct();

    /// <summary>Is written with the whole page, when every field has been drawn.</summary>
    private sealed class InOrder(ViewContext view, List<(string Field, string Message)> errors) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = Markup.Tag("ul", "kern-list");
            foreach (var ((_, field), message) in errors.Select(e => (Found: DrawnFields.Find(view, e.Field), e.Message)).OrderBy(e => e.Found.Place))
            {
                list.With(Markup.Tag("li", null).With(field.Length == 0
                    ? Markup.Tag("span", null, message)
                    : Markup.Tag("a", "kern-link kern-link--no-visited-state", message).Set("href", "#" + FieldIds.Of(field))));
            }

            list.WriteTo(writer, encoder);
        }
    }
}
