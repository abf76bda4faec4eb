using Microsoft.AspNetCore.Mvc.Filters;

namespace IntegrationPortal.Web.Data.Audit;

/// <summary>This action shows a person's record: what it noted in <see cref="AccessLog"/> is written down after a page that succeeded.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LogsAccessAttribute : Attribute, IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var drawn = await next();
        if (drawn.Exception is null && !drawn.Canceled && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK)
            await context.HttpContext.RequestServices.GetRequiredService<AccessLog>().WriteAsync();
    }
}
