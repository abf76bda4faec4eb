using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Programme;

/// <summary>The programme on one page: all pilots somebody may see, how far they are, what is late.</summary>
[Requires(Right.ReadProgramme), Route("/programme"), OneConnection]
public sealed class ProgrammeController(PortalDbContext db, CurrentUser me, DrawProgramme draw) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ProgrammeFilter filter, CancellationToken cancellation)
    {
        // Anything unreadable in the address counts as not chosen.
        ModelState.Clear();
        var files = await db.PilotsAsync(cancellation);
        // A municipality has one pilot at most: its own.
        if (me.Member.Role == Role.Coordinator && files is [var own])
            return this.SeeOther($"/programme/pilots/{own.Place.Key}");
        return View(await draw.PageAsync(files, filter, cancellation));
    }
}
