using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
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

namespace IntegrationPortal.Web.Features.NewSteps;

/// <summary>Adds a step that no template foresees.</summary>
[OneConnection]
public sealed class NewStepsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TownCalendars calendars, TimeProvider clock, KindWords kinds,
    RefusalWords refusals, IStringLocalizer<NewStepsTexts> words) : Controller
{
    [HttpGet("/cases/{id:guid}/steps/new")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> New([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotAddStep(user.Officer));
        Offer(path);
        return View(new NewStepForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), After = path.Steps.MaxBy(s => s.Position)?.Id });
    }

    [HttpPost("/cases/{id:guid}/steps/new")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> New([FromRoute] Guid id, NewStepForm form, CancellationToken cancellation)
    {
        if (await db.TakePathAsync(id, cancellation) is not { } path || form.Id == Guid.Empty)
            return NotFound();
        if (path.Steps.Any(s => s.Id == form.Id))
            return this.SeeOther($"/cases/{id}#step-{form.Id:N}");
        if (form.ResponsibleKind is { } kind && catalogue.ActorKind(kind) is not { MayReceivePersons: true })
            ModelState.AddModelError(nameof(form.ResponsibleKind), words["kind-unknown"]);
        if (form.After is { } after && path.Steps.All(s => s.Id != after))
            ModelState.AddModelError(nameof(form.After), words["after-unknown"]);
        await CheckNamesAsync(id, form, cancellation);
        var now = clock.GetUtcNow();
        var deadline = form.Length is >= 1 and <= CaseStep.MaxWorkingDays ? form.ReadDeadline() : null;
        CheckDeadline(deadline, GermanTime.DayOf(now));
        if (!ModelState.IsValid || deadline is null)
        {
            Offer(path);
            return this.Again(form);
        }

        var added = new AddedStep(form.Id, form.Title!.Trim(), form.ResponsibleKind!, deadline, form.After);
        var leadKind = await db.Actors.Where(a => a.Id == path.LeadActorId).Select(a => a.Kind).SingleAsync(cancellation);
        path.AddStep(added, leadKind, user.Officer, await calendars.OfAsync(db, user.Officer.TenantId, cancellation), now);
        if (await db.SaveOnceAsync(db.CasePaths.SelectMany(p => p.Steps).Where(s => s.CaseId == id && s.Id == form.Id), cancellation))
            TempData.Success(words["added", added.Title]);
        return this.SeeOther($"/cases/{id}#step-{form.Id:N}");
    }

    /// <summary>Titles are read by more than know the person: by a receiver before it accepts, and by a coordination that takes no part.</summary>
    private async Task CheckNamesAsync(Guid id, NewStepForm form, CancellationToken cancellation)
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.CaseId == id, cancellation) is not { } person)
            return;
        if (person.IsNamedIn(form.Title))
            ModelState.AddModelError(nameof(form.Title), words["names-the-person"]);
        if (person.IsNamedIn(form.LegalBasis))
            ModelState.AddModelError(nameof(form.LegalBasis), words["names-the-person"]);
    }

    /// <summary>The rules of the deadline, each said at its field.</summary>
    private void CheckDeadline(AddedDeadline? deadline, DateOnly today)
    {
        void Say(string field, Refusal? no)
        {
            if (no is not null)
                ModelState.AddModelError(field, refusals[no]);
        }

        Say(nameof(NewStepForm.Unit), deadline?.WhyNotLast());
        Say(nameof(NewStepForm.LegalBasis), deadline?.WhyNotRestOn());
        Say(nameof(NewStepForm.EventOn), deadline?.WhyNotSince(today));
        Say(nameof(NewStepForm.Irrevocable), deadline?.WhyNotIrrevocable());
    }

    private void Offer(CasePath path)
    {
        ViewData["deadlines"] = new[] { DeadlineKind.Target, DeadlineKind.Statutory, DeadlineKind.Empirical }
            .Select(k => new Choice(k.ToString(), kinds[k], words[$"deadline-{k}"])).ToList();
        ViewData["units"] = Enum.GetValues<LawUnit>().Select(u => new Choice(u.ToString(), words[$"unit-{u}"])).ToList();
        ViewData["case"] = path;
        ViewData["kinds"] = catalogue.ActorKinds.Where(k => k.MayReceivePersons).Select(k => new Choice(k.Code, k.Name.ToString())).ToList();
        ViewData["after"] = path.Steps.OrderBy(s => s.Position).Select(s => new Choice(s.Id.ToString(), s.Title.ToString())
        {
            Group = path.FurtherTemplates.Count > 0 ? catalogue.NamesOf([path.TemplateOf(s)]) : null,
        }).ToList();
    }
}
