using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace IntegrationPortal.Web.Features.Offline;

/// <summary>
/// This page may be kept on a volunteer's phone, for when there is no network. Only for volunteers: nothing of a professional's page
/// is kept anywhere. The worker keeps a page only when this header says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepOnPhoneAttribute : ResultFilterAttribute
{
    public const string Header = "Portal-Keep";

    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var user = context.HttpContext.RequestServices.GetRequiredService<CurrentUser>();
        if (user is not { Hat.Role: Role.Volunteer, UserId: { } owner } || context.Result is not ViewResult { StatusCode: null or StatusCodes.Status200OK } page)
            return;
        context.HttpContext.Response.Headers[Header] = owner.ToString();
        page.ViewData.KeepOnPhone(owner);
    }
}
