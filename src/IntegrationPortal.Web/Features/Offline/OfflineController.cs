using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Offline;

/// <summary>What a phone needs in order to work without a network and to send later.</summary>
public sealed class OfflineController(IPhoneOwner phone, IAntiforgery antiforgery, IWebHostEnvironment host) : Controller
{
    /// <summary>The worker, allowed to look after the mentoring pages and nothing else.</summary>
    [HttpGet("/mentoring/worker.js"), AllowAnonymous]
    public IActionResult Worker()
    {
        Response.Headers["Service-Worker-Allowed"] = "/mentoring";
        Response.Headers.CacheControl = "no-cache";
        return File(host.WebRootFileProvider.GetFileInfo("js/mentoring/worker.js").CreateReadStream(), "text/javascript");
    }

    /// <summary>A fresh token for entries that were written days ago, and whose they must be.</summary>
    [HttpGet("/mentoring/token"), Requires(Right.KeepOwnProfile)]
    public IActionResult Token()
    {
        Response.Headers.CacheControl = "no-store";
        return Json(new { owner = phone.Owner, token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
    }
}
