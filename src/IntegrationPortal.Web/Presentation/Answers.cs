using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Presentation;

/// <summary>Short forms of the answers that every controller gives.</summary>
public static class Answers
{
    /// <summary>303 after a POST that did something, so that reloading the next page does not send the form again. Only pages of the portal.</summary>
    public static IActionResult SeeOther(this ControllerBase controller, string localUrl) =>
        controller.Url.IsLocalUrl(localUrl)
            ? new SeeOtherResult(localUrl)
            : throw new ArgumentException("Only pages of the portal.", nameof(localUrl));

    /// <summary>422: the same form again, values kept, with its errors.</summary>
    public static ViewResult Again(this Controller controller, object form, string? view = null)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return view is null ? controller.View(form) : controller.View(view, form);
    }

    /// <summary>A header holds no other letters, and an address from a form or a link may.</summary>
    private static string InAscii(string address) =>
        string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString())));

    private sealed class SeeOtherResult(string location) : ActionResult
    {
        public override void ExecuteResult(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.HttpContext.Response.Headers.Location = InAscii(location);
        }
    }
}
