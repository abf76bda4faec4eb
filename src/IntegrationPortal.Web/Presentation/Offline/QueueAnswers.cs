using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Presentation.Offline;

/// <summary>Answers to an entry that comes either from a form or from the queue of a phone.</summary>
internal static class QueueAnswers
{
    /// <summary>It is stored, now or since an earlier time: the queue may let go of this id, a reader is led on.</summary>
    public static IActionResult Arrived(this Controller controller, Guid id, string sentence, string next)
    {
        controller.TempData.Success(sentence);
        return controller.Request.WantsJson() ? controller.Json(new { id, next }) : controller.SeeOther(next);
    }

    /// <summary>It cannot be stored as it is; in the words that stand at the fields.</summary>
    public static IActionResult Refused(this Controller controller) =>
        controller.UnprocessableEntity(new { message = string.Join(" ", controller.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage)) });
}
