using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// The session cookie: for this site only, unreadable for scripts, 30 minutes idle and ten hours at most, and checked against
/// the database at every request, so that signing out, a lock, an ended membership or a new password works at once, also for a
/// copy of the cookie.
/// </summary>
public sealed class SessionCookie(IHostEnvironment environment) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A page and its parts that come at once renew the cookie once. It lasts that much longer, so that nobody gets less than promised.</summary>
    public static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    public const string LoginPath = "/account/login";

    /// <summary>In the address of the sign-in page: a form had come too late.</summary>
    public const string LateField = "late";

    /// <summary>The framework's own name, so that passkeys and authenticator codes of Identity can join later.</summary>
    public static string Scheme => IdentityConstants.ApplicationScheme;

    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != Scheme)
            return;
        // The __Host- prefix binds the cookie to exactly this host, but browsers refuse it without https.
        options.Cookie.Name = environment.IsProduction() ? "__Host-portal" : "portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = Idle + RenewedAfter;
        options.SlidingExpiration = true;
        options.LoginPath = LoginPath;
        options.ReturnUrlParameter = "returnUrl";
        options.EventsType = typeof(SessionCookieEvents);
    }
}
