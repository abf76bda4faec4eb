using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>
/// All queries of the request go over one connection, so that the session settings are sent once and not before each query.
/// Opened after the sign-in was checked and closed by hand: a pooled context that is given back open would keep the settings of the
/// sign-in check for the next request.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OneConnectionAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<PortalDbContext>();
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            await next();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
