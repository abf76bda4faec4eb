using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace IntegrationPortal.Web.Operations;

/// <summary>Whose word about scheme, host and address of a request counts: nobody's, unless <c>Portal:TrustedProxies</c> names networks.</summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        var networks = (builder.Configuration["Portal:TrustedProxies"] ?? "")
            .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse).ToArray();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>
    /// A proxy that was not named is told of once: otherwise everybody would come from one address, and nobody would know why sign-ins are refused.
    /// </summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var told = false;
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            // What was believed has moved to X-Original-For.
            if (!told && context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("X-Original-For"))
            {
                told = true;
                app.Logger.LogWarning("A forwarded header of somebody who is not named in Portal__TrustedProxies counts for nothing");
            }

            return next(context);
        });
    }

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : text + (text.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"), out var network)
            ? network
            : throw new CannotStartException($"Portal__TrustedProxies holds '{text}', which is no network: write for example 10.0.0.0/8,192.168.1.4.");
}
