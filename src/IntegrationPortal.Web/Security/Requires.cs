using Microsoft.AspNetCore.Authorization;

namespace IntegrationPortal.Web.Security;

/// <summary>
/// This action needs a right. Signed out: to the sign-in page; signed in with another role: 403 with a sentence that says why.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(Right right) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public Right Right { get; } = right;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Compares the right an action requires with the role of the hat that is on.</summary>
public sealed class RequiresHandler(CurrentUser user) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (user.May(requirement.Right))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
