using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>Formats of the handbook at work in a pilot: shown, and planned.</summary>
[Requires(Right.ReadProgramme), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}/workshops"), OneConnection]
public sealed class WorkshopsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, TimeWords time, IStringLocalizer<WorkshopsTexts> words) : Controller
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeWorkshopAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        return View(new WorkshopPage(
            file, workshop, file.Pilot.WhyNotKeep(me.Member, time.Today) is null, time.Today, await db.FeedbackOfAsync(workshop, time.Today, cancellation)));
    }

    [HttpGet("new"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> New([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotKeep(me.Member, time.Today));
        return View(await PageAsync(file, new ScheduleForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, cancellation));
    }

    [HttpPost("new"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> New([FromRoute] string key, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] ScheduleForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotKeep(me.Member, time.Today));
        if (!await db.Workshops.AnyAsync(w => w.PilotId == file.Pilot.PilotId && w.Id == form.Id, cancellation))
        {
            var format = (await db.FormatsAsync(cancellation)).Find(f => f.Id == form.Format);
            if (form.Format is not null && format is null)
                ModelState.AddModelError("Form.Format", words["format-unknown"]);
            if (!ModelState.IsValid)
                return this.Again(await PageAsync(file, form, cancellation));
            await db.AddOnceAsync(Workshop.Schedule(form.Id, file.Pilot, format!, form.Plan(), me.Member, time.Today), cancellation);
        }

        TempData.Success(words["scheduled"]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}/workshops/{form.Id}");
    }

    private async Task<WorkshopFormPage<ScheduleForm>> PageAsync(PilotFile file, ScheduleForm form, CancellationToken cancellation) =>
        new(file, form, time.Today) { Formats = [.. (await db.FormatsAsync(cancellation)).Select(f => new Choice(f.Id.ToString(), f.Title))] };
}
