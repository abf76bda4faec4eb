using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>What a form asks under one name.</summary>
/// <param name="Kind">The type of an input; <c>textarea</c> or <c>select</c> otherwise.</param>
/// <param name="Answers">What a select, a list of circles or a list of boxes offers.</param>
/// <param name="IsAnswered">Something is chosen or filled in already.</param>
public sealed record Control(string Name, string Kind, IReadOnlyList<string> Answers, bool IsAnswered)
{
    private const string AntiforgeryToken = "__RequestVerificationToken";

    public bool IsHidden => Kind == "hidden";

    public bool IsPassword => Kind == "password";

    public bool IsText => Kind is "text" or "email" or "tel" or "search" or "password" or "textarea";

    public bool IsDay => Kind == "date";

    /// <summary>Takes something of a type or from a list, and not any text.</summary>
    public bool IsTyped => !IsHidden && !IsText;

    /// <summary>A visible control gives its name its kind; the hidden "false" beside a box is a part of the box.</summary>
    public static IReadOnlyList<Control> Of(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } and not AntiforgeryToken && KindOf(e) is not ("submit" or "button"))
            .GroupBy(e => e.GetAttribute("name")!)
            .Select(g => (g.Key, Parts: g.OrderBy(e => KindOf(e) == "hidden").ToList()))
            .Select(g => new Control(g.Key, KindOf(g.Parts[0]), [.. g.Parts.SelectMany(AnswersOf)], g.Parts.Any(IsFilled))),
    ];

    /// <summary>What stands in the field of this name; null when the page has none.</summary>
    public static string? ValueOn(Page page, string name) => page.Document.QuerySelectorAll("[name]").FirstOrDefault(e => e.GetAttribute("name") == name) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    private static string KindOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Type,
        IHtmlTextAreaElement => "textarea",
        IHtmlSelectElement => "select",
        _ => "button",
    };

    private static IEnumerable<string> AnswersOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => [choice.Value],
        IHtmlSelectElement select => select.Options.Select(o => o.Value).Where(v => v.Length > 0),
        _ => [],
    };

    private static bool IsFilled(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked,
        IHtmlInputElement input => input.Type != "hidden" && input.Value.Length > 0,
        IHtmlSelectElement select => select.Value is { Length: > 0 },
        _ => false,
    };
}
