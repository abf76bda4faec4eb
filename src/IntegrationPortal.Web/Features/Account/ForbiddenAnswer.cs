using IntegrationPortal.Web.Presentation.Errors;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>
/// 403 with the name of the role that does not carry the right, and the person's own hats that do; signed-out visitors go to the
/// sign-in page, and whoever has to set up a second factor first to the page for it.
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

        // A second factor comes first: every page leads to where it is set up, and no form is taken.
        if (context.RequestServices.GetRequiredService<CurrentUser>().OwesSecondFactor)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = SecondFactorDuty.Path;
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
