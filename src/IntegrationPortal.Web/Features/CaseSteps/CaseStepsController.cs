using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>The steps of a case: look at one, start, finish, skip and block.</summary>
[OneConnection]
public sealed class CaseStepsController(
    PortalDbContext db, CurrentUser user, TownCalendars calendars, TimeProvider clock, DrawStepForm forms, ReferenceCatalogue catalogue,
    RefusalWords refusals, IStringLocalizer<CaseStepsTexts> words) : Controller
{
    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}")]
    [Requires(Right.ReadCases)]
    [LogsAccess]
    public async Task<IActionResult> Show([FromRoute] Guid id, Guid stepId, [FromServices] DrawStep draw, [FromServices] AccessLog access, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        access.Note(id);
        var handedOver = await db.Handovers.AnyAsync(
            h => h.CaseId == id && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested) && h.Steps.Any(s => s.StepId == stepId), cancellation);
        var end = step.State.IsOpen() ? null : await db.EndOfStepAsync(path, step, cancellation);
        return View(draw.Page(path, step, await db.ActorNamesAsync(cancellation), handedOver, end, user.Officer, await CalendarAsync(cancellation)));
    }

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/start")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Start([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(id, stepId, (_, step) => new StartForm { EventOn = step.EventOn ?? Today }, (path, step) => path.WhyNotStart(user.Officer, step), cancellation);

    /// <summary>Most steps are begun with a press of a button; where the law counts from an event, a page of its own asks for its day.</summary>
    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/start")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Start([FromRoute] Guid id, Guid stepId, StartForm form, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        CheckDay(nameof(form.EventOn), form.EventOn, step);
        return ModelState.IsValid
            ? await DoAsync(id, stepId, "started", (taken, by, calendar, now) => taken.Start(stepId, by, calendar, now, form.EventOn), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);
    }

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/finish")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Finish([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(
            id, stepId, (path, step) => new FinishForm { NextEventOn = path.SetOffBy(step) is { } next ? next.EventOn ?? Today : null },
            (path, step) => path.WhyNotFinish(user.Officer, step), cancellation);

    /// <summary>Most steps are finished with a press of a button; one with something to ask, or done earlier, has a page of its own.</summary>
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
        if (form.On is { } on && path.WhyNotDoneOn(on, clock.GetUtcNow()) is { } no)
            ModelState.AddModelError(nameof(FinishForm.On), refusals[no]);
        CheckDay(nameof(form.NextEventOn), form.NextEventOn, path.SetOffBy(step));
        return ModelState.IsValid
            ? await DoAsync(
                id, stepId, "finished", (taken, by, calendar, now) => taken.Finish(stepId, result, template, by, calendar, now, form.On, form.NextEventOn), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);
    }

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/skip")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Skip([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(id, stepId, (_, _) => new SkipForm(), (path, step) => path.WhyNotSkip(user.Officer, step), cancellation);

    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/skip")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Skip([FromRoute] Guid id, Guid stepId, SkipForm form, CancellationToken cancellation) =>
        ModelState.IsValid
            ? await DoAsync(id, stepId, "skipped", (path, by, calendar, now) => path.Skip(stepId, form.Reason!.Trim(), by, calendar, now), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);

    [HttpGet("/cases/{id:guid}/steps/{stepId:guid}/block")]
    [Requires(Right.EditCase)]
    public Task<IActionResult> Block([FromRoute] Guid id, Guid stepId, CancellationToken cancellation) =>
        AskAsync(id, stepId, (_, _) => new BlockForm(), (path, step) => path.WhyNotBlock(user.Officer, step), cancellation);

    [HttpPost("/cases/{id:guid}/steps/{stepId:guid}/block")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Block([FromRoute] Guid id, Guid stepId, BlockForm form, CancellationToken cancellation) =>
        ModelState.IsValid
            ? await DoAsync(
                id, stepId, "blocked", (path, by, calendar, now) => path.Block(stepId, form.Why!.Value, TypedText.OrNull(form.More), by, calendar, now), cancellation)
            : await AskAgainAsync(id, stepId, form, cancellation);

    private async Task<IActionResult> DoAsync(
        Guid id, Guid stepId, string told, Action<CasePath, Officer, WorkingCalendar, DateTimeOffset> deed, CancellationToken cancellation)
    {
        if (await db.TakePathAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        var now = clock.GetUtcNow();
        deed(path, user.Officer, await CalendarAsync(cancellation), now);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[told, step.Title]);
        return this.SeeOther($"/cases/{id}");
    }

    private async Task<IActionResult> AskAsync(
        Guid id, Guid stepId, Func<CasePath, CaseStep, object> form, Func<CasePath, CaseStep, Refusal?> rule, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        Refusal.If(rule(path, step));
        ViewData["frame"] = forms.Frame(path, step);
        return View(form(path, step));
    }

    private async Task<IActionResult> AskAgainAsync(Guid id, Guid stepId, object form, CancellationToken cancellation)
    {
        if (await SeeAsync(id, cancellation) is not { } path || path.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
            return NotFound();
        ViewData["frame"] = forms.Frame(path, step);
        return this.Again(form);
    }

    private void CheckDay(string field, DateOnly? eventOn, CaseStep? step)
    {
        if (eventOn is { } day && step is { RunsFromEvent: true } && CaseStep.WhyNotSince(day, Today) is { } no
            && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
            ModelState.AddModelError(field, refusals[no]);
    }

    private Task<CasePath?> SeeAsync(Guid id, CancellationToken cancellation) =>
        db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation);

    private ValueTask<WorkingCalendar> CalendarAsync(CancellationToken cancellation) => calendars.OfAsync(db, user.Officer.TenantId, cancellation);
}
