using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.PilotDesk;

/// <summary>The facilitator's desk: the assigned pilots, and what is to be done about each.</summary>
[Requires(Right.AccompanyPilots), Route("/programme/desk"), OneConnection]
public sealed class PilotDeskController(PortalDbContext db, CurrentUser me, TimeWords time, ReferenceCatalogue catalogue) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var cards = new List<DeskCard>();
        foreach (var file in await db.PilotsAsync(cancellation))
            cards.Add(CardOf(file, await db.BaselineOfAsync(file.Pilot.PilotId, cancellation)));
        return View(new DeskPage(cards, time.Today));
    }

    private DeskCard CardOf(PilotFile file, PilotBaseline? baseline)
    {
        var (pilot, today) = (file.Pilot, time.Today);
        return new DeskCard(
            file, baseline, pilot.WhyNotAccompany(me.Member, today) is null ? pilot.CheckInWaits(today) : null, pilot.Late(today) is { } late ? [new LateMilestone(late, Title(pilot, late))] : [],
            pilot.Current is { } now ? Title(pilot, now) : null);
    }

    private string Title(Pilot pilot, Milestone milestone) =>
        catalogue.Step(Pilot.Cycle, pilot.CycleVersion ?? 1, milestone.StepKey)?.Title.ToString() ?? milestone.StepKey;
}
