using System.Collections;
using System.Globalization;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>A form that knows which version of the row it was drawn from, so that nobody overwrites what a colleague has just written.</summary>
public interface IVersionedForm
{
    uint Version { get; set; }
}

/// <summary>What comes back when somebody else saved the row while a form was open.</summary>
public static class Overtaken
{
    /// <summary>In the view data: the errors of the page are what somebody else has saved.</summary>
    public const string Key = "overtaken";

    /// <summary>
    /// 409: the same form with what was typed, what is stored now beside each field that differs, and the new version: to save it again
    /// is then a decision.
    /// </summary>
    /// <param name="page">The model of the view: the form itself, or what holds it under <paramref name="prefix"/>.</param>
    /// <param name="choices">Answers of its lists: what is stored as a code is told in their words.</param>
    public static ViewResult AgainOvertaken<TForm>(
        this Controller controller, object page, TForm typed, TForm stored, string prefix = "Form.", string? view = null, IEnumerable<Choice>? choices = null)
        where TForm : class, IVersionedForm
    {
        var words = controller.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<SharedTexts>>();
        var labels = (choices ?? []).DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Label);
        typed.Version = stored.Version;
        foreach (var field in controller.MetadataProvider.GetMetadataForProperties(typeof(TForm)).Where(f => f.DisplayName is not null))
        {
            var now = Told(field.PropertyGetter!(stored), labels, words);
            if (now != Told(field.PropertyGetter(typed), labels, words))
                controller.ModelState.AddModelError(prefix + field.PropertyName, words[now.Length == 0 ? "overtaken-empty" : "overtaken-field", field.DisplayName!, now]);
        }

        controller.ViewData[Key] = true;
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return view is null ? controller.View(page) : controller.View(view, page);
    }

    private static string Told(object? value, Dictionary<string, string> labels, IStringLocalizer words) => value switch
    {
        null => "",
        bool yes => words[yes ? "yes" : "no"],
        DateOnly day => day.ToString("d", CultureInfo.CurrentCulture),
        string text => labels.GetValueOrDefault(text) ?? text.ReplaceLineEndings("\n").Trim(),
        IEnumerable many => string.Join(", ", many.Cast<object?>().Select(v => Told(v, labels, words)).Where(v => v.Length > 0)),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) is { } code ? labels.GetValueOrDefault(code) ?? code : "",
    };
}
