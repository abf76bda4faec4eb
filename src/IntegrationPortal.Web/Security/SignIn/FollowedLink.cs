using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// A link in a web mailer opens the portal from another site, and a strict cookie is not sent with that first request: somebody
/// who is signed in would land on the sign-in page. So such a request is asked to come again from the portal itself; the second
/// request carries the cookie. Only reads do this, and no read changes anything.
/// </summary>
public static class FollowedLink
{
    /// <summary>Browsers say where a navigation started; after coming again the answer is "same-origin", so it cannot loop.</summary>
    public static bool CameFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is ["cross-site"]
        && request.Headers["Sec-Fetch-Mode"] is ["navigate"]
        && request.Headers["Sec-Fetch-Dest"] is ["document"];

    public static Task ComeAgainAsync(HttpContext context)
    {
        var address = HtmlEncoder.Default.Encode(context.Request.GetEncodedPathAndQuery());
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            $"""<!doctype html><html lang="de"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={address}"><title>Integrationsportal</title><p><a href="{address}">Weiter / Continue</a></p></html>""",
            context.RequestAborted);
    }
}
