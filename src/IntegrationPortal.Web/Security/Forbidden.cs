using IntegrationPortal.Domain.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace IntegrationPortal.Web.Security;

/// <summary>Why a request was answered 403: the hat that is on (null: none) does not carry the right. Read by the error page.</summary>
public sealed record Forbidden(Role? Role, Right Right);

/// <summary>Leaves the reason of a 403 for the error page instead of redirecting to a page of its own.</summary>
public sealed class ForbiddenAnswer : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler otherwise = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var missing = authorizeResult.AuthorizationFailure?.FailedRequirements.OfType<RequiresAttribute>().FirstOrDefault();
        if (!authorizeResult.Forbidden || missing is null)
            return otherwise.HandleAsync(next, context, policy, authorizeResult);

        var user = context.RequestServices.GetRequiredService<CurrentUser>();
        context.Features.Set(new Forbidden(user.Hat?.Role, missing.Right));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
