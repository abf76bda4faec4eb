using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Mentoring;

/// <summary>The first page of mentoring: a volunteer's own tandems, or all of the organisation for its coordination.</summary>
[OneConnection]
public sealed class MentoringController(PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeWords time) : Controller
{
    [HttpGet("/mentoring"), Requires(Right.ReadMentoring), KeepOnPhone]
    public async Task<IActionResult> Index(int? from, CancellationToken cancellation)
    {
        var by = me.Officer;
        if (!me.May(Right.LeadMentoring))
            return View("Cards", new CardsPage(await db.MentoringDeskAsync(by.UserId, by.ActorId, cancellation)));
        var rules = catalogue.MentoringRulesOn(time.Today);
        var overview = await db.MentoringOverviewAsync(by.ActorId, time.Today, rules, cancellation);
        return View("Overview", new OverviewPage(overview, await db.ReviewsDueAsync(by.ActorId, rules, time.Today, cancellation), rules, Math.Clamp(from ?? 0, 0, 1_000_000)));
    }
}
