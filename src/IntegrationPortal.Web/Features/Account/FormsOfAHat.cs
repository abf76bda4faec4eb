using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>
/// Every form carries the hat under which it was drawn, sealed in its antiforgery token: in another tab, or by an accepted invitation,
/// the hat may have changed since, and what was meant for one town would be written into another. Forms of the person and of everybody
/// depend on no hat, so that changing it, signing out and joining are never refused.
/// </summary>
public sealed class FormsOfAHat : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => HatOf(context);

    /// <summary>Asked last, when the token is the portal's own and this person's.</summary>
    public bool ValidateAdditionalData(HttpContext context, string additionalData)
    {
        if (!DependsOnTheHat(context) || additionalData == HatOf(context))
            return true;
        context.Features.Set(new DrawnUnderAnotherHat());
        return false;
    }

    private static bool DependsOnTheHat(HttpContext context) =>
        context.GetEndpoint()?.Metadata is not { } action
        || (action.GetMetadata<IAllowAnonymous>() is null && action.GetMetadata<RequiresAttribute>() is not { Right: Right.KeepOwnAccount or Right.KeepSecondFactor });

    private static string HatOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentUser>().Hat?.MembershipId.ToString() ?? "";
}

/// <summary>Left for the answer: why the form was not taken.</summary>
public sealed record DrawnUnderAnotherHat;
