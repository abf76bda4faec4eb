using IntegrationPortal.Web.Presentation.Errors;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>A form of another hat is no broken request: 409, the sentence that says so, and what was written.</summary>
public sealed class HatChangedAnswer(CurrentUser me, RoleWords roles, IStringLocalizer<AccountTexts> words) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult || context.HttpContext.Features.Get<DrawnUnderAnotherHat>() is null || me.Hat is not { } hat)
            return;
        string sentence = words["hat-changed", roles.Hat(hat.Role, hat.TenantName, hat.ActorName)];
        context.Result = context.HttpContext.Request.WantsJson()
            ? new ConflictObjectResult(new { message = sentence })
            : ErrorPage.Conflict(context.HttpContext, sentence);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
