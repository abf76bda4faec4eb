using System.Globalization;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A KERN text field of several lines that says how much fits; a script turns that into what is left.</summary>
[HtmlTargetElement("kern-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    public int Rows { get; set; } = 4;

    /// <summary>Where the rule for its length is not an attribute of the form.</summary>
    public int? MaxLength { get; set; }

    /// <summary>"auto" where texts of any script may be typed.</summary>
    public string Dir { get; set; } = "auto";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Open(output, "kern-form-input");
        var limit = MaxLength ?? Limits.MaxLength(For);
        var area = Describe(
            Markup.Tag("textarea", "kern-form-input__input" + (Error is null ? null : " kern-form-input__input--error")),
            limit is null ? null : Id + "-limit");
        area.Set("rows", Rows.ToString(CultureInfo.InvariantCulture)).Set("dir", Dir)
            .Set("maxlength", limit?.ToString(CultureInfo.InvariantCulture));
        // A line break right after the tag is dropped by browsers, so that a text beginning with one keeps it.
        area.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        output.Content.AppendHtml(LabelTag()).AppendHtml(Nothing.Or(HintTag())).AppendHtml(area)
            .AppendHtml(LimitTag(limit)).AppendHtml(Nothing.Or(ErrorTag()));
    }

    private IHtmlContent LimitTag(int? limit) => limit is null
        ? HtmlString.Empty
        : Markup.Tag("p", "portal-limit", Words["at-most-characters", limit]).Set("id", Id + "-limit")
            .Set("data-left", Words["characters-left"]);
}
