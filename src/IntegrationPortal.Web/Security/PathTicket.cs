using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationPortal.Web.Security;

/// <summary>
/// That somebody has said the code of a person's sheet in this browser: sealed, for this sheet only, for a short while and until the browser is closed.
/// A cookie that is sent to the person's own page and nowhere else.
/// </summary>
public sealed class PathTicket(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string CookieName = "portal-my-path";
    public const string Path = "/my-path";

    /// <summary>Long enough to read a page in a language one is learning; short enough for a phone that is lent.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(1);

    private readonly IDataProtector seal = protection.CreateProtector("portal.my-path.v1");

    public void Give(HttpContext context, byte[] tokenHash) => context.Response.Cookies.Append(
        CookieName, WebEncoders.Base64UrlEncode(seal.Protect([.. tokenHash, .. BitConverter.GetBytes((clock.GetUtcNow() + Holds).UtcTicks)])), Options(context));

    public static void TakeBack(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context));

    public bool Opens(HttpContext context, byte[] tokenHash)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 1000 } cookie)
            return false;
        try
        {
            var said = seal.Unprotect(WebEncoders.Base64UrlDecode(cookie));
            return said.Length == tokenHash.Length + sizeof(long) && said.AsSpan(0, tokenHash.Length).SequenceEqual(tokenHash)
                && BitConverter.ToInt64(said, tokenHash.Length) > clock.GetUtcNow().UtcTicks;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = Path };
}
