using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Whose password was right, under which security stamp, and when: what lies between password and code. It opens nothing.</summary>
/// <param name="Provider">The organisation that vouched for them instead of a password.</param>
public sealed record HalfSession(Guid UserId, string SecurityStamp, DateTimeOffset Since, string? Provider = null)
{
    /// <summary>Long enough to look for the phone.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    public static string Scheme => IdentityConstants.TwoFactorUserIdScheme;

    /// <summary>Still the same account as when its password was right.</summary>
    public bool Holds(PortalUser user, DateTimeOffset now) =>
        user.Id == UserId && user.SecurityStamp == SecurityStamp && user.TwoFactorEnabled && !user.IsShut(now) && now - Since < Validity;

    internal ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, UserId.ToString()),
            new Claim("stamp", SecurityStamp),
            new Claim("since", Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. Provider is null ? Array.Empty<Claim>() : [new Claim("provider", Provider)],
        ], Scheme));

    internal static HalfSession? Read(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && principal.FindFirstValue("stamp") is { } stamp
        && long.TryParse(principal.FindFirstValue("since"), CultureInfo.InvariantCulture, out var since)
            ? new HalfSession(user, stamp, DateTimeOffset.FromUnixTimeSeconds(since), principal.FindFirstValue("provider"))
            : null;
}

/// <summary>Its cookie, under the framework's own name for it. No middleware reads it: only the page that asks for the code does.</summary>
public sealed class HalfSessionCookie(IHostEnvironment environment) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != HalfSession.Scheme)
            return;
        options.Cookie.Name = environment.IsProduction() ? "__Host-portal-code" : "portal-code";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = HalfSession.Validity;
        options.SlidingExpiration = false;
    }
}

/// <summary>Begins, reads and ends it.</summary>
public static class HalfSessions
{
    public static Task BeginHalfSessionAsync(this HttpContext context, PortalUser user, DateTimeOffset now, string? provider = null) =>
        context.SignInAsync(HalfSession.Scheme, new HalfSession(user.Id, user.SecurityStamp ?? "", now, provider).ToPrincipal());

    public static async Task<HalfSession?> HalfSessionAsync(this HttpContext context) =>
        HalfSession.Read((await context.AuthenticateAsync(HalfSession.Scheme)).Principal);

    public static Task EndHalfSessionAsync(this HttpContext context) => context.SignOutAsync(HalfSession.Scheme);
}
