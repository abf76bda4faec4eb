using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
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
    /// <summary>In the view data: the errors of the page are what somebody else has saved; with the sentence that says what to do.</summary>
    public const string Key = "overtaken";

    /// <summary>
    /// 409: the same form with what was typed, what is stored now beside each field that differs, and the new version: to save it again
    /// is then a decision.
    /// </summary>
    /// <param name="page">The model of the view: the form itself, or what holds it under <paramref name="prefix"/>.</param>
    /// <param name="choices">Answers of its lists: what is stored as a code, and no kind of the domain, is told in their words.</param>
    /// <param name="part">What a row of the form is called, by its number from 0 or its key.</param>
    public static ViewResult AgainOvertaken<TForm>(
        this Controller controller, object page, TForm typed, TForm stored, string prefix = "Form.", string? view = null,
        IEnumerable<Choice>? choices = null, Func<string, string>? part = null)
        where TForm : class, IVersionedForm
    {
        var services = controller.HttpContext.RequestServices;
        var words = services.GetRequiredService<IStringLocalizer<SharedTexts>>();
        var two = new TwoVersions(controller.MetadataProvider, words, services.GetRequiredService<KindWords>(), choices ?? [], part);
        var differences = two.Differences(typed, stored).ToList();
        foreach (var (field, label, now) in differences)
            controller.ModelState.AddModelError(prefix + field, words[now.Length == 0 ? "overtaken-empty" : "overtaken-field", label, now]);
        return controller.AgainOvertaken(page, typed, stored.Version, words[differences.Count == 0 ? "overtaken-same" : "overtaken-next"], view);
    }

    /// <summary>409 for a form that says what is stored nowhere yet, such as a reason: with what was typed, the new version, and what to think of now.</summary>
    public static ViewResult AgainOvertaken<TForm>(this Controller controller, object page, TForm typed, uint version, string next, string? view = null)
        where TForm : class, IVersionedForm
    {
        typed.Version = version;
        controller.ViewData[Key] = next;
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return view is null ? controller.View(page) : controller.View(view, page);
    }
}
