using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>The data protection officer keeps a case from being erased, with a reason, and lifts that again. The database holds it (erasing.sql).</summary>
[Requires(Right.HoldErasure), Route("/privacy/cases/{id:guid}/hold")]
public sealed class ErasureHoldsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<PrivacyTexts> words) : Controller
{
    private const string Page = "/Features/Privacy/Hold.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Hold([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.NumberOfCaseAsync(id, cancellation) is not { } number)
            return NotFound();
        return await db.RunningHoldAsync(id, cancellation) is null ? View(Page, new HoldPage(id, number, new HoldForm())) : this.SeeOther($"/privacy/cases/{id}");
    }

    [HttpPost("")]
    public async Task<IActionResult> Hold([FromRoute] Guid id, [Bind(Prefix = nameof(HoldPage.Form))] HoldForm form, CancellationToken cancellation)
    {
        if (await db.NumberOfCaseAsync(id, cancellation) is not { } number)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(new HoldPage(id, number, form), Page);
        if (await db.RunningHoldAsync(id, cancellation) is not { } running)
        {
            var now = clock.GetUtcNow();
            db.Add(ErasureHold.Hold(Guid.CreateVersion7(now), id, form.Reason!, me.Officer, now));
            var here = db.ErasureHolds.Where(h => h.CaseId == id && h.LiftedAt == null);
            if (await db.SaveOnceAsync(here, cancellation) || await here.AnyAsync(h => h.Reason == form.Reason, cancellation))
                return Said(id, "hold-set");
            running = await here.SingleAsync(cancellation);
        }

        // The same form sent twice holds once; another one hears that a colleague was faster.
        Refusal.If(running.Reason == form.Reason ? null : new Refusal("erasure-held-already"));
        return Said(id, "hold-set");
    }

    [HttpPost("lift")]
    public async Task<IActionResult> Lift([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.NumberOfCaseAsync(id, cancellation) is null)
            return NotFound();
        if (await db.RunningHoldAsync(id, cancellation) is { } hold)
        {
            hold.Lift(me.Officer, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Lifted at the same moment: that is what was asked for.
                db.ChangeTracker.Clear();
            }
        }

        return Said(id, "hold-lifted");
    }

    private IActionResult Said(Guid id, string what)
    {
        TempData.Success(words[what]);
        return this.SeeOther($"/privacy/cases/{id}");
    }
}
