using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A search field with its button, to be put into a form.</summary>
[HtmlTargetElement("kern-search", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SearchTagHelper(IStringLocalizer<SharedTexts> words) : TagHelper
{
    public string Name { get; set; } = "q";

    public string? Value { get; set => field = value.OrNull(); }

    public string? Label { get; set => field = value.OrNull(); }

    public string? Hint { get; set => field = value.OrNull(); }

    public int MaxLength { get; set; } = 200;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-form-input portal-search");
        output.Attributes.SetAttribute("role", "search");
        output.Content.AppendHtml(Markup.Tag("label", "kern-label", Label ?? words["search"]).Set("for", Name));
        if (Hint is not null)
            output.Content.AppendHtml(Markup.Tag("div", "kern-hint", Hint).Set("id", Name + "-hint"));
        var field = Markup.Tag("input", "kern-form-input__input").Set("type", "search").Set("id", Name).Set("name", Name)
            .Set("value", Value).Set("dir", "auto").Set("autocomplete", "off").Set("spellcheck", "false")
            .Set("maxlength", MaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Set("aria-describedby", Hint is null ? null : Name + "-hint");
        field.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(Markup.Tag("div", "kern-input-group").With(
            field, Markup.Tag("button", "kern-btn kern-btn--secondary").Set("type", "submit").With(Markup.Icon("search"), Markup.Label(words["search-now"]))));
    }
}
