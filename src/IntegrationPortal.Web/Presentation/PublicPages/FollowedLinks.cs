using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace IntegrationPortal.Web.Presentation.PublicPages;

/// <summary>
/// A link in a web mailer opens the portal from another site, and strict cookies are not sent with that first request: somebody who
/// is signed in would land on the sign-in page, and a page with a form would be drawn for a stranger and get a new cookie for its
/// forms, after which neither it nor any page open in another tab could be sent. So such a request is asked to come again from the
/// portal itself; the second request carries the cookies. Only reads do this, and no read changes anything. A way back from somebody
/// who vouches for a person comes again with all that stands in its address. Public pages need no cookie and are shown at once.
/// </summary>
public static class FollowedLinks
{
    /// <summary>After routing and before anybody is asked who they are.</summary>
    public static IApplicationBuilder UseFollowedLinks(this IApplicationBuilder app) => app.Use((context, next) =>
        CameFromElsewhere(context.Request) && HttpMethods.IsGet(context.Request.Method) && PublicPageAttribute.Of(context) is null
            ? ComeAgainAsync(context)
            : next(context));

    /// <summary>Browsers say where a navigation started; after coming again the answer is "same-origin", so it cannot loop.</summary>
    private static bool CameFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is ["cross-site"]
        && request.Headers["Sec-Fetch-Mode"] is ["navigate"]
        && request.Headers["Sec-Fetch-Dest"] is ["document"];

    private static Task ComeAgainAsync(HttpContext context)
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
