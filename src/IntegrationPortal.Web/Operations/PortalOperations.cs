using System.IO.Compression;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace IntegrationPortal.Web.Operations;

/// <summary>What whoever runs the portal needs from it: logs, telemetry, health, limits, headers, and an orderly end.</summary>
public static class PortalOperations
{
    /// <summary>A megabyte is far more than any form without a file needs; what takes more says so itself, such as the upload of a picture.</summary>
    private const long LargestRequest = 1024 * 1024;

    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.AddPortalLogging();
        builder.AddPortalTelemetry();
        builder.AddPortalHealth();
        builder.AddTrustedProxies();
        builder.AddSignInLimit();
        builder.AddSharedKeys();
        // A forgotten registration is found by the first start of a test and not by the first visitor.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = !builder.Environment.IsProduction());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestRequest);
        // Requests under way are answered; after that the process ends even if one hangs.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddResponseCompression(Compress);
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = builder.Environment.IsProduction() ? "__Host-portal-form" : "portal-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.HttpOnly = HttpOnlyPolicy.Always;
            cookies.Secure = builder.Environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        return builder;
    }

    /// <summary>Before everything that answers: what the request really is, what is logged of it, and the headers of every answer.</summary>
    public static WebApplication UseOperations(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseRequestLog();
        app.UsePortalSecurityHeaders();
        app.UseResponseCompression();
        app.UseCookiePolicy();
        return app;
    }

    // Compressing pages over https is safe here although they hold antiforgery tokens (BREACH): a token is encrypted anew for
    // every answer, so its length and bytes tell nothing from one answer to the next, the session itself is in a cookie and never
    // in the page, and a cookie with SameSite=Strict is not sent with the requests another site would have to cause.
    private static void Compress(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/plain", "image/svg+xml"];
        options.Providers.Add(new BrotliCompressionProvider(new BrotliCompressionProviderOptions { Level = CompressionLevel.Fastest }));
        options.Providers.Add(new GzipCompressionProvider(new GzipCompressionProviderOptions { Level = CompressionLevel.Fastest }));
    }
}
