using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Mentoring.Matching;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Matching;

/// <summary>Who could be whose mentor: proposals over all that wait. The coordination decides, and then both sides.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/matching"), OneConnection]
public sealed class MatchingController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeProvider clock, TimeWords time, IStringLocalizer<MatchingTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var pool = await db.MatchingPoolAsync(me.Officer.ActorId, cancellation);
        var rules = catalogue.MentoringRulesOn(time.Today);
        var fits = pool.Fits(rules, time.Today);
        var best = BestMatches.Of(fits, pool.Places(rules)).ToDictionary(f => f.RequestId);
        return View(new MatchingPage(
            [.. pool.Requests.Where(r => best.ContainsKey(r.Id)).Select(r => new Proposal(r, pool.Volunteer(best[r.Id].VolunteerId), best[r.Id]))
                .OrderByDescending(p => p.Fit.Score).ThenBy(p => p.Request.EnteredAt)],
            [.. pool.Requests.Where(r => !best.ContainsKey(r.Id)).Select(r => new Unmatched(r, pool.Obstacles(r, rules, time.Today)))],
            pool.Volunteers.Count));
    }

    /// <summary>Takes up the request and proposes the volunteer, in one step. Under the id the page made, so that a second click finds the first.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Propose(Guid id, Guid requestId, Guid volunteerId, CancellationToken cancellation)
    {
        if (id == Guid.Empty)
            return BadRequest();
        if (await db.Tandems.AnyAsync(t => t.Id == id, cancellation))
            return this.SeeOther($"/mentoring/tandems/{id}");
        if (await db.MentoringRequests.AsTracking().SingleOrDefaultAsync(r => r.Id == requestId, cancellation) is not { } request
            || await db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == volunteerId, cancellation) is not { } volunteer)
            return NotFound();
        // Since the page was drawn the volunteer may have got another tandem, or the request another mentor.
        if (Fit.WhyNever(request, volunteer, await db.CountTandemsAsync(volunteerId, cancellation), catalogue.MentoringRulesOn(time.Today), time.Today) is { } obstacle)
            Refusal.If(new Refusal("match-not-possible", obstacle));
        var now = clock.GetUtcNow();
        var tandem = Tandem.Open(id, TandemForm.OneToOne, [request], me.Officer, now);
        // Two saves in one transaction: for the database, too, a tandem begins as requested and moves along the table.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.AddOnceAsync(tandem, cancellation))
            return this.SeeOther($"/mentoring/tandems/{id}");
        tandem.Propose(volunteer, me.Officer, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        TempData.Success(words["proposed"]);
        return this.SeeOther($"/mentoring/tandems/{id}");
    }
}
