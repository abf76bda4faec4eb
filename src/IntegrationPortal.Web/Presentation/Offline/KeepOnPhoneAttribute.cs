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
        if (context.Result is ViewResult { StatusCode: null or StatusCodes.Status200OK }
            && context.HttpContext.RequestServices.GetRequiredService<IPhoneOwner>().Owner is { } owner)
            context.HttpContext.Response.Headers[Header] = owner.ToString();
    }
}

/// <summary>On whose phone pages and entries are kept. All pages of this reader watch over what waits there, and over signing out.</summary>
public interface IPhoneOwner
{
    /// <summary>The hat that is on; null for everybody of whom nothing is kept anywhere.</summary>
    Guid? Owner { get; }
}
