using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Presentation.Errors;
using IntegrationPortal.Web.Presentation.Frames;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>
/// A link in a mail may be meant for another hat of the same person. Where a case or a handover does not exist for the hat that is
/// on, and does for another one of their own, the page of the error offers to put that one on and come back. For everybody else the
/// answer stays the same to the letter.
/// </summary>
public sealed class OfferOtherHat(CurrentUser me, FittingHats hats, RoleWords roles) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult)
            await OfferAsync(context.HttpContext, SeesWhatIsAskedFor(context.HttpContext));
        await next();
    }

    /// <summary>After a 403: a page without a row of its own needs nothing but the role.</summary>
    public Task OfferByRoleAsync(HttpContext context) =>
        OfferAsync(context, SeesWhatIsAskedFor(context) ?? (_ => Task.FromResult(true)));

    private async Task OfferAsync(HttpContext context, Func<PortalDbContext, Task<bool>>? sees)
    {
        if (sees is null || me.OtherHats == 0 || !HttpMethods.IsGet(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>() is not { Right: var right })
            return;
        var fitting = await hats.FindAsync(me.UserId!.Value, me.Hat?.MembershipId, role => RightsOfRoles.May(role, right), sees, context.RequestAborted);
        if (fitting.Count > 0)
        {
            context.Features.Set(new HatOffer(
                [.. fitting.Select(h => new OtherHat(h.MembershipId.ToString(), roles.Hat(h.Role, h.TenantName, h.ActorName)))],
                "/account/hat", context.Request.Path));
        }
    }

    private static Func<PortalDbContext, Task<bool>>? SeesWhatIsAskedFor(HttpContext context)
    {
        var stop = context.RequestAborted;
        return Guid.TryParse(context.GetRouteValue("id") as string, out var id)
            ? context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>()?.AttributeRouteInfo?.Template switch
            {
                "cases/{id:guid}" => db => db.CasePaths.AnyAsync(c => c.Id == id, stop),
                "handovers/{id:guid}" => db => db.Handovers.AnyAsync(h => h.Id == id, stop),
                _ => null,
            }
            : null;
    }
}
