using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>Slips with a link each, on which participants say what they thought of it.</summary>
[Requires(Right.KeepPilot), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}/workshops/{id:guid}"), OneConnection]
public sealed class WorkshopSlipsController(PortalDbContext db, CurrentUser me, SignedLinks links, TimeWords time) : Controller
{
    /// <summary>As many slips as there were participants; asked for again, the same ones.</summary>
    [HttpPost("slips")]
    public async Task<IActionResult> MakeSlips([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeWorkshopAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotMakeSlips(file.Pilot, me.Member, time.Today));
        var known = await db.Set<FeedbackSlip>().CountAsync(s => s.PilotId == workshop.PilotId && s.WorkshopId == id, cancellation);
        for (var number = known + 1; number <= Math.Min(workshop.Participants, FeedbackSlip.Most); number++)
            db.Add(new FeedbackSlip(workshop, number));
        await db.SaveOnceAsync(db.Set<FeedbackSlip>().Where(s => s.PilotId == workshop.PilotId && s.WorkshopId == id), cancellation);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}/workshops/{id}/slips");
    }

    [HttpGet("slips")]
    public async Task<IActionResult> Slips([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeWorkshopAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(file.Pilot.WhyNotKeep(me.Member, time.Today));
        var open = await db.Set<FeedbackSlip>().Where(s => s.PilotId == workshop.PilotId && s.WorkshopId == id && !s.IsUsed)
            .OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(cancellation);
        var addresses = open.Select(n => HttpContext.Absolute($"/feedback?token={links.ForFeedback(workshop.PilotId, id, n)}"));
        return View("/Features/Workshops/Slips.cshtml", new SlipsPage(file, workshop, [.. addresses.Select(a => new WorkshopSlip(a, QrPath.Of(a)))]));
    }
}
