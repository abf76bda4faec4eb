using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.PublicPages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace IntegrationPortal.Web.Features.HandbookPictures;

/// <summary>Pictures of entries: for everybody when a public text shows them, for their office and the editors before.</summary>
[AllowAnonymous]
[OneConnection]
public sealed class HandbookPicturesController(PortalDbContext db) : Controller
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [HttpGet("/handbook/pictures/{id:guid}")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.PictureAsync(id, cancellation) is not var (content, isPublic))
            return NotFound();
        // What is under this address never changes; whether it is shown does.
        Response.GetTypedHeaders().CacheControl = isPublic
            ? new CacheControlHeaderValue { Public = true, MaxAge = Month, Extensions = { new NameValueHeaderValue("immutable") } }
            : new CacheControlHeaderValue { Private = true, NoStore = true };
        return File(content, "image/webp");
    }
}
