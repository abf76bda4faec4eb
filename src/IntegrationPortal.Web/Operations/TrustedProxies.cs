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

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : text + (text.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"), out var network)
            ? network
            : throw new CannotStartException($"Portal__TrustedProxies holds '{text}', which is no network: write for example 10.0.0.0/8,192.168.1.4.");
}
