using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>Takes up again a step that was ended.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/steps/{stepId:guid}/reopen"), OneConnection]
public sealed class ReopenedStepsController(
    PortalDbContext db, CurrentUser user, TownCalendars calendars, TimeProvider clock, IStringLocalizer<CaseStepsTexts> words) : Controller
{
    private const string Page = "/Features/CaseSteps/Reopen.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Reopen([FromRoute] Guid id, Guid stepId, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        Refusal.If(path.WhyNotReopen(user.Officer, step, await db.EndOfStepAsync(path, step, cancellation)));
        Frame(path, step);
        return View(Page, new ReopenForm());
    }

    [HttpPost("")]
    public async Task<IActionResult> Reopen([FromRoute] Guid id, Guid stepId, ReopenForm form, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.TakeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        var end = await db.EndOfStepAsync(path, step, cancellation);
        Refusal.If(path.WhyNotReopen(user.Officer, step, end));
        if (!ModelState.IsValid)
        {
            Frame(path, step);
            return this.Again(form, Page);
        }

        path.Reopen(stepId, form.Reason!.Trim(), end, user.Officer, await calendars.OfAsync(db, user.Officer.TenantId, cancellation), now);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["reopened", step.Title]);
        return this.SeeOther($"/cases/{id}#step-{stepId:N}");
    }

    private void Frame(CasePath path, CaseStep step) => ViewData["frame"] = new StepFrame($"/cases/{path.Id}", path.Number, step.Title.ToString());
}
