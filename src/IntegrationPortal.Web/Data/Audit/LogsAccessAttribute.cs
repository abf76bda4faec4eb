using Microsoft.AspNetCore.Mvc.Filters;

namespace IntegrationPortal.Web.Data.Audit;

/// <summary>
/// This action, or each of this controller, shows a person's record: what it noted in <see cref="AccessLog"/> is written down once the
/// page is drawn. A form that comes back with its errors or a refusal shows the record as well.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LogsAccessAttribute : Attribute, IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var drawn = await next();
        var isPage = context.HttpContext.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity;
        if (drawn.Exception is null && !drawn.Canceled && isPage)
            await context.HttpContext.RequestServices.GetRequiredService<AccessLog>().WriteAsync();
    }
}
