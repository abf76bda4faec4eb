using Microsoft.Net.Http.Headers;

namespace IntegrationPortal.Web.Operations;

/// <summary>The headers of every answer: what a browser may load, who may frame it, and that pages stay out of caches.</summary>
internal static class SecurityHeaders
{
    private const int Year = 365 * 24 * 60 * 60;

    public static void UsePortalSecurityHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders(Policy(app.Environment.IsProduction()));
        app.Use(static (context, next) =>
        {
            context.Response.OnStarting(static state =>
            {
                KeepPagesOutOfCaches(((HttpContext)state).Response);
                return Task.CompletedTask;
            }, context);
            return next(context);
        });
    }

    private static HeaderPolicyCollection Policy(bool production)
    {
        var policy = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            // Addresses hold the ids of cases; no other site is told them.
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(header => header.SameOrigin())
            .AddCrossOriginResourcePolicy(header => header.SameOrigin())
            .AddPermissionsPolicy(permissions =>
            {
                permissions.AddDefaultSecureDirectives();
                // Passkeys of the sign-in page; in no frame.
                permissions.AddPublickeyCredentialsGet().Self();
            })
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self().WithNonce();
                csp.AddStyleSrc().Self().WithNonce();
                // KERN draws its icons from data: addresses in the style sheet.
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
            })
            .RemoveServerHeader();
        return production ? policy.AddStrictTransportSecurityMaxAgeIncludeSubDomains(Year) : policy;
    }

    // Offices share computers: after signing out, the back button must not show a case.
    private static void KeepPagesOutOfCaches(HttpResponse response)
    {
        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? response.StatusCode != StatusCodes.Status304NotModified;
        if (isPage && !response.Headers.ContainsKey(HeaderNames.CacheControl))
            response.Headers.CacheControl = "no-store";
    }
}
