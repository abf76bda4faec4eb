using IntegrationPortal.Web.Presentation.Errors;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>
/// 403 with the name of the role that does not carry the right, and the person's own hats that do; signed-out visitors go to the
/// sign-in page.
/// </summary>
public sealed class ForbiddenAnswer : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler otherwise = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
        {
            await otherwise.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        context.Features.Set(new ErrorReason(Sentence(context)));
        await context.RequestServices.GetRequiredService<OfferOtherHat>().OfferByRoleAsync(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static string Sentence(HttpContext context)
    {
        var services = context.RequestServices;
        System.Globalization.CultureInfo.CurrentUICulture = Presentation.Languages.Of(context);
        var words = services.GetRequiredService<IStringLocalizer<RoleTexts>>();
        return services.GetRequiredService<CurrentUser>().Hat is { } hat
            ? words["forbidden", services.GetRequiredService<RoleWords>().Name(hat.Role)]
            : words["forbidden-without-hat"];
    }
}
