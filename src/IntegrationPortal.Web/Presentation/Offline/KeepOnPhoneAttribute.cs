using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace IntegrationPortal.Web.Presentation.Offline;

/// <summary>
/// This page may be kept on the phone of its reader, for when there is no network; whether there is such a reader is for
/// <see cref="IPhoneOwner"/> to say. The worker keeps a page only when this header says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepOnPhoneAttribute : ResultFilterAttribute
{
    public const string Header = "Portal-Keep";

    public override void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not ViewResult { StatusCode: null or StatusCodes.Status200OK } page
            || context.HttpContext.RequestServices.GetRequiredService<IPhoneOwner>().Owner is not { } owner)
            return;
        context.HttpContext.Response.Headers[Header] = owner.ToString();
        page.ViewData.KeepOnPhone(owner);
    }
}

/// <summary>Whose phone pages are kept on in this request.</summary>
public interface IPhoneOwner
{
    /// <summary>Null for everybody whose pages are kept nowhere.</summary>
    Guid? Owner { get; }
}
