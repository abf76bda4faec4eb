using IntegrationPortal.Domain;
using IntegrationPortal.Web.Presentation.Errors;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IntegrationPortal.Web.Presentation;

/// <summary>
/// The one place where a broken rule or a lost race becomes an answer: 409, with the sentence of the refusal and a way
/// back. A refusal is no fault of the portal, so nothing is logged as an error.
/// </summary>
public sealed class RefusalFilter(RefusalWords refusals, IStringLocalizer<ErrorTexts> words) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (SentenceOf(context.Exception) is not { } sentence)
            return;
        context.Result = context.HttpContext.Request.WantsJson()
            ? new ConflictObjectResult(new { message = sentence })
            : ErrorPage.Conflict(context.HttpContext, sentence);
        context.ExceptionHandled = true;
    }

    private string? SentenceOf(Exception exception) => exception switch
    {
        RefusedException refused => refusals[refused.Refusal],
        DbUpdateConcurrencyException => words["somebody-was-faster"],
        // The rules allowed it and the walls do not: what it rests on was taken back between reading and saving. EF has logged it as an error.
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } } => words["somebody-was-faster"],
        // EF wraps what PostgreSQL says once, and once more what it takes for passing, such as a deadlock.
        DbUpdateException or PostgresException or InvalidOperationException when exception.GetBaseException() is PostgresException fault => SentenceOf(fault),
        _ => null,
    };

    private string? SentenceOf(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => refusals.OfIndex(fault.ConstraintName) ?? words["already-there"],
        PostgresErrorCodes.ExclusionViolation => refusals.OfIndex(fault.ConstraintName) ?? words["already-there"],
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => words["somebody-was-faster"],
        _ => null,
    };
}
