using System.Collections;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>Answers below each other, each with a hint and words at the end; one that cannot be given says why instead.</summary>
public abstract class ChoiceListTagHelper(IStringLocalizer<SharedTexts> words) : FieldTagHelper(words)
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The question; without one, the display name of the form's property.</summary>
    public string? Legend { get; set => field = value.OrNull(); }

    protected abstract string Kind { get; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("kern-fieldset portal-choices" + (Error is null ? null : " kern-fieldset--error"));
        if (DescribedBy() is { } ids)
            output.Attributes.SetAttribute("aria-describedby", ids);
        output.Content.AppendHtml(Markup.Tag("legend", "kern-label", Legend ?? LabelText).With(OptionalMark()));
        output.Content.AppendHtml(Nothing.Or(HintTag()));
        var body = Markup.Tag("div", "kern-fieldset__body");
        var chosen = Chosen();
        var first = true;
        foreach (var choice in Choices)
        {
            body.With(choice.Barrier is null ? Row(choice, first ? Id : $"{Id}_{FieldIds.Of(choice.Value)}", chosen) : Barred(choice));
            first &= choice.Barrier is not null;
        }

        output.Content.AppendHtml(body).AppendHtml(Nothing.Or(ErrorTag()));
    }

    private TagBuilder Row(Choice choice, string id, HashSet<string> chosen)
    {
        var hintId = choice.Hint is null && choice.Aside is null ? null : id + "-about";
        var input = Markup.Tag("input", $"kern-form-check__{Kind}" + (Error is null ? null : $" kern-form-check__{Kind}--error"));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Set("type", Kind).Set("id", id).Set("name", Name).Set("value", choice.Value).Set("aria-describedby", hintId)
            .Set("checked", chosen.Contains(choice.Value) ? "checked" : null);
        var label = Markup.Tag("label", "kern-label", choice.Label).Set("for", id);
        var about = hintId is null ? null : Markup.Tag("span", "portal-choice__about").Set("id", hintId).With(
            choice.Hint is null ? null : Markup.Tag("span", "portal-choice__hint", choice.Hint),
            choice.Aside is null ? null : Markup.Tag("span", "portal-choice__aside", choice.Aside));
        return Markup.Tag("div", "kern-form-check portal-choice").With(input, label, about);
    }

    private static TagBuilder Barred(Choice choice)
    {
        var why = Markup.Tag("span", "portal-choice__barrier", choice.Barrier);
        if (choice.Remedy is { } remedy)
        {
            why.InnerHtml.Append(" ");
            why.With(Markup.Tag("button", "kern-link portal-link-button", remedy.Text).Set("type", "submit").Set("name", remedy.Name).Set("value", choice.Value)
                .With(Markup.Tag("span", "portal-sr-text", ": " + choice.Label)));
        }

        return Markup.Tag("div", "kern-form-check portal-choice portal-choice--barred").With(
            Markup.Tag("span", "portal-choice__no").Set("aria-hidden", "true"),
            Markup.Tag("span", "kern-label", choice.Label), why);
    }

    private HashSet<string> Chosen()
    {
        if (Entry is { RawValue: not null } entry)
            return entry.RawValue is string[] many ? [.. many] : [entry.AttemptedValue ?? ""];
        return For.Model is IEnumerable list and not string
            ? list.Cast<object>().Select(v => Text(v) ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase)
            : Text(For.Model) is { } one ? new HashSet<string>([one], StringComparer.OrdinalIgnoreCase) : [];
    }
}

/// <summary>One answer out of several, each with its hint.</summary>
[HtmlTargetElement("kern-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper(IStringLocalizer<SharedTexts> words) : ChoiceListTagHelper(words)
{
    protected override string Kind => "radio";
}

/// <summary>Any number of answers, such as the data categories of a handover with their legal basis.</summary>
[HtmlTargetElement("kern-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper(IStringLocalizer<SharedTexts> words) : ChoiceListTagHelper(words)
{
    protected override string Kind => "checkbox";
}
