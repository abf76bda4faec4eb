using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Npgsql;

namespace IntegrationPortal.Web.Presentation.Errors;

/// <summary>
/// Writes the pages for 400 to 503. They are drawn without running the request again, without a session and without the
/// database, so that they also come when one of these is the reason.
/// </summary>
public static class ErrorPage
{
    /// <summary>The answer to a refusal or a lost race, with a way back to the page it came from, and what was written there.</summary>
    public static ViewResult Conflict(HttpContext context, string sentence)
        => View(new ErrorView(StatusCodes.Status409Conflict, sentence, Back(context), null) { Typed = WhatWasTyped.Of(context) });

    public static Task OfStatus(HttpContext context)
        => Write(context, new ErrorView(context.Response.StatusCode, context.Features.Get<ErrorReason>()?.Sentence, Back(context), null)
        {
            Offer = context.Features.Get<HatOffer>(),
        });

    public static Task OfException(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = StatusOf(error);
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "30";
        var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        return Write(context, new ErrorView(context.Response.StatusCode, null, Back(context), trace));
    }

    private static int StatusOf(Exception? error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseIsAway(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>A stopped, starting or full database is no bug, nor one that is being brought to another version: it comes back, and the page says so.</summary>
    private static bool DatabaseIsAway(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SocketException or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "55P03" })
                return true;
            if (error is NpgsqlException { IsTransient: true } and not PostgresException)
                return true;
        }

        return false;
    }

    private static Task Write(HttpContext context, ErrorView view)
    {
        if (!AcceptsPages(context.Request))
            return Task.CompletedTask;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Of(context);
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        return View(view).ExecuteResultAsync(action);
    }

    private static ViewResult View(ErrorView view) => new()
    {
        ViewName = "/Presentation/Views/Error.cshtml",
        StatusCode = view.Status,
        ViewData = new ViewDataDictionary<ErrorView>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = view },
    };

    /// <summary>Machines get the bare status; browsers and everything that does not say what it wants get the page.</summary>
    private static bool AcceptsPages(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Length == 0 || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal);
    }

    /// <summary>The page before, only when it is one of the portal's own.</summary>
    private static string? Back(HttpContext context)
    {
        var here = context.Request;
        return Uri.TryCreate(here.Headers.Referer.ToString(), UriKind.Absolute, out var before)
            && string.Equals(before.Authority, here.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? before.PathAndQuery
            : null;
    }
}
