using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A KERN select, optionally in groups. It begins with an empty answer, so that nothing is chosen by accident.</summary>
[HtmlTargetElement("kern-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Words of the empty answer; without any it says "Bitte wählen".</summary>
    public string? Prompt { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Open(output, "kern-form-input");
        var select = Describe(Markup.Tag("select", "kern-form-input__select" + (Error is null ? null : " kern-form-input__select--error")));
        select.With(Option("", Prompt ?? Words["please-choose"], Value ?? ""));
        foreach (var group in Choices.GroupBy(c => c.Group))
        {
            var options = group.Select(c => Option(c.Value, c.Label, Value)).ToArray();
            select.With(group.Key is null ? options : [new TagBuilder("optgroup").Set("label", group.Key).With(options)]);
        }

        output.Content.AppendHtml(LabelTag()).AppendHtml(Nothing.Or(HintTag()))
            .AppendHtml(Markup.Tag("div", "kern-form-input__select-wrapper").With(select)).AppendHtml(Nothing.Or(ErrorTag()));
    }

    private static TagBuilder Option(string value, string label, string? chosen)
        => Markup.Tag("option", null, label).Set("value", value)
            .Set("selected", string.Equals(value, chosen, StringComparison.OrdinalIgnoreCase) ? "selected" : null);
}
