using System.Globalization;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>What all fields have in common: label, hint, error, the value as it was typed, and the words tied to the control.</summary>
public abstract class FieldTagHelper(IStringLocalizer<SharedTexts> words) : TagHelper
{
    protected IStringLocalizer<SharedTexts> Words { get; } = words;

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Without one, the display name of the form's property.</summary>
    public string? Label { get; set => field = value.OrNull(); }

    public string? Hint { get; set => field = value.OrNull(); }

    /// <summary>Fields are required unless the form says otherwise; only what may stay empty is marked.</summary>
    public bool? Optional { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Under which name it is sent, where an address is read without the prefix of the form; otherwise the form's own.</summary>
    public string? SentAs { get; set => field = value.OrNull(); }

    protected string Name => SentAs ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldIds.Of(Name);

    protected string LabelText => Label ?? For.Metadata.GetDisplayName();

    protected bool IsOptional => Optional ?? !For.Metadata.IsRequired;

    protected ModelStateEntry? Entry => ViewContext.ViewData.ModelState[Name];

    protected string? Error => Entry is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    /// <summary>What was typed, also when it was refused; otherwise what the form holds.</summary>
    protected string? Value => Entry is { AttemptedValue: var typed, RawValue: not null } ? typed : Text(For.Model);

    public override void Init(TagHelperContext context) => DrawnFields.Add(ViewContext, Name);

    protected string? DescribedBy(params string?[] more)
        => string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }
            .Concat(more).Where(id => id is not null)) is { Length: > 0 } ids ? ids : null;

    protected static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum or Guid => value.ToString(),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };

    /// <summary>Makes the output the frame of the field and writes label and hint into it.</summary>
    protected void Open(TagHelperOutput output, string cssClass)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(Error is null ? cssClass : $"{cssClass} {cssClass}--error");
    }

    protected TagBuilder LabelTag()
        => Markup.Tag("label", "kern-label", LabelText).Set("for", Id).With(OptionalMark());

    protected TagBuilder? OptionalMark()
        => IsOptional ? Markup.Tag("span", "kern-label__optional", Words["optional"]) : null;

    protected TagBuilder? HintTag() => Hint is null ? null : Markup.Tag("div", "kern-hint", Hint).Set("id", Id + "-hint");

    protected TagBuilder? ErrorTag()
        => Error is null ? null : Markup.Tag("p", "kern-error").Set("id", Id + "-error").With(
            Markup.Icon("danger"), Markup.ScreenReaderOnly(Words["error-prefix"]), Markup.Tag("span", "kern-body", Error));

    /// <summary>What every control says about itself.</summary>
    protected TagBuilder Describe(TagBuilder control, params string?[] more)
        => control.Set("id", Id).Set("name", Name).Set("aria-describedby", DescribedBy(more))
            .Set("aria-invalid", Error is null ? null : "true").Set("aria-required", IsOptional ? null : "true");
}
