using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Whom an organisation vouched for a moment ago: who that is for the organisation, and nothing else about them. It opens nothing by itself.</summary>
public sealed record VouchedIdentity(string Provider, string Issuer, string Subject, bool TwoFactors, DateTimeOffset Since)
{
    /// <summary>Long enough to sign in with password and code as well, for whoever links it.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    public static string Scheme => IdentityConstants.ExternalScheme;

    public bool Holds(DateTimeOffset now) => now - Since < Validity;

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim("provider", Provider),
            new Claim("issuer", Issuer),
            new Claim("subject", Subject),
            new Claim("factors", TwoFactors ? "2" : "1"),
            new Claim("since", Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ], Scheme));

    public static VouchedIdentity? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue("provider") is { } provider
        && principal.FindFirstValue("issuer") is { } issuer
        && principal.FindFirstValue("subject") is { } subject
        && long.TryParse(principal.FindFirstValue("since"), CultureInfo.InvariantCulture, out var since)
            ? new VouchedIdentity(provider, issuer, subject, principal.FindFirstValue("factors") == "2", DateTimeOffset.FromUnixTimeSeconds(since))
            : null;
}

/// <summary>Its cookie, under the framework's own name for it.</summary>
public sealed class VouchedIdentityCookie(IHostEnvironment environment) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != VouchedIdentity.Scheme)
            return;
        options.Cookie.Name = environment.IsProduction() ? "__Host-portal-vouched" : "portal-vouched";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = VouchedIdentity.Validity;
        options.SlidingExpiration = false;
    }
}

/// <summary>Reads and ends it; it begins when somebody comes back (<see cref="SingleSignOn"/>).</summary>
public static class VouchedIdentities
{
    public static async Task<VouchedIdentity?> VouchedIdentityAsync(this HttpContext context) =>
        VouchedIdentity.Read((await context.AuthenticateAsync(VouchedIdentity.Scheme)).Principal);

    public static Task EndVouchedIdentityAsync(this HttpContext context) => context.SignOutAsync(VouchedIdentity.Scheme);
}
