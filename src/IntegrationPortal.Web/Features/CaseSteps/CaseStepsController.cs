using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>The steps of a case: look at one, start, finish, skip and block.</summary>
[OneConnection]
public sealed class CaseStepsController(
    PortalDbContext db, CurrentUser user, TownCalendars calendars, TimeProvider clock, KindWords kinds, ReferenceCatalogue catalogue,
    IStringLocalizer<CaseStepsTexts> words) : Controller
{
    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}")]
    [Requires(Right.ReadCases)]
    public async Task<IActionResult> Show([FromRoute] Guid id, Guid stepId, [FromServices] DrawStep draw, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        var handedOver = await db.Handovers.AnyAsync(
            h => h.CaseId == id && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested) && h.Steps.Any(s => s.StepId == stepId), cancellation);
        return View(draw.Page(path, step, await db.ActorNamesAsync(cancellation), handedOver, user.Officer, await CalendarAsync(cancellation)));
    }

    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/start")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Start([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        DoAsync(id, stepId, "started", (path, by, calendar, now) => path.Start(stepId, by, calendar, now), cancellation);

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/finish")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Finish([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(id, stepId, new FinishForm(), (path, step) => path.WhyNotFinish(user.Officer, step), cancellation);

    /// <summary>Most steps are finished with a press of a button; one that has results is asked for with the page of its own.</summary>
    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/finish")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Finish([FromRoute] Guid id, Guid stepId, FinishForm form, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        var template = catalogue.TemplateOf(path, step);
        var result = template.ResultsOf(step).Count > 0 ? form.Result : null;
        if (path.WhyNotFinish(user.Officer, step) is null && path.WhyNotResult(step, result, template) is not null)
            ModelState.AddModelError(nameof(FinishForm.Result), words["result-missing"]);
        return ModelState.IsValid
            ? await DoAsync(id, stepId, "finished", (taken, by, calendar, now) => taken.Finish(stepId, result, template, by, calendar, now), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);
    }

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/skip")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Skip([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(id, stepId, new SkipForm(), (path, step) => path.WhyNotSkip(user.Officer, step), cancellation);

    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/skip")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Skip([FromRoute] Guid id, Guid stepId, SkipForm form, CancellationToken cancellation) =>
        ModelState.IsValid
            ? await DoAsync(id, stepId, "skipped", (path, by, calendar, now) => path.Skip(stepId, form.Reason!.Trim(), by, calendar, now), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/block")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Block([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(id, stepId, new BlockForm(), (path, step) => path.WhyNotBlock(user.Officer, step), cancellation);

    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/block")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Block([FromRoute] Guid id, Guid stepId, BlockForm form, CancellationToken cancellation) =>
        ModelState.IsValid
            ? await DoAsync(id, stepId, "blocked", (path, by, calendar, now) => path.Block(stepId, form.Why!.Value, TypedText.OrNull(form.More), by, calendar, now), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);

    private async Task<IActionResult> DoAsync(
        Guid id, Guid stepId, string told, Action<CasePath, Officer, WorkingCalendar, DateTimeOffset> deed, CancellationToken cancellation)
    {
        if (await db.TakePathAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        var now = clock.GetUtcNow();
        Refusal.If(path.TakesPart(user.Officer, now) ? null : new Refusal("case-not-taking-part"));
        deed(path, user.Officer, await CalendarAsync(cancellation), now);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[told, step.Title]);
        return this.SeeOther($"/cases/{id}");
    }

    private async Task<IActionResult> AskAsync(
        Guid id, Guid stepId, object form, Func<CasePath, CaseStep, Refusal?> rule, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        Refusal.If(rule(path, step));
        Frame(path, step);
        return View(form);
    }

    private async Task<IActionResult> AskAgainAsync(Guid id, Guid stepId, object form, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        Frame(path, step);
        return this.Again(form);
    }

    private Task<CasePath?> SeeAsync(Guid id, CancellationToken cancellation) =>
        db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation);

    private ValueTask<WorkingCalendar> CalendarAsync(CancellationToken cancellation) => calendars.OfAsync(db, user.Officer.TenantId, cancellation);

    private void Frame(CasePath path, CaseStep step)
    {
        ViewData["frame"] = new StepFrame($"/cases/{path.Id}", path.Number, step.Title.ToString());
        ViewData["results"] = catalogue.TemplateOf(path, step).ResultsOf(step).Select(r => new Choice(r.Code, r.Name.ToString())).ToList();
        ViewData["reasons"] = Enum.GetValues<BlockReason>().Select(r => new Choice(r.ToString(), kinds[r])).ToList();
    }
}
