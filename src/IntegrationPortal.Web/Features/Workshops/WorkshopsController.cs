using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>Formats of the handbook at work in a pilot: planned, held or cancelled, counted, and asked about.</summary>
[Requires(Right.ReadProgramme), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}/workshops"), OneConnection]
public sealed class WorkshopsController(
    PortalDbContext db, CurrentUser me, SignedLinks links, TimeProvider clock, TimeWords time, RefusalWords refusals, IStringLocalizer<WorkshopsTexts> words) : Controller
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
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
            db.Add(Workshop.Schedule(form.Id, file.Pilot, format!, form.Plan(), me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["scheduled"]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}/workshops/{form.Id}");
    }

    [HttpGet("{id:guid}/move"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Move([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotMove(file.Pilot, me.Member, time.Today));
        return View(PageOf(file, workshop, new MoveForm { Version = db.VersionOf(workshop), Day = workshop.Day, Place = workshop.Place, Moderation = workshop.Moderation }));
    }

    [HttpPost("{id:guid}/move"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Move([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] MoveForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotMove(file.Pilot, me.Member, time.Today));
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, workshop, form));
        db.Expect(workshop, form.Version);
        workshop.Move(file.Pilot, form.Plan(), me.Member, time.Today);
        return await SavedAsync(file, workshop, "moved", cancellation);
    }

    [HttpGet("{id:guid}/cancel"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Cancel([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotMove(file.Pilot, me.Member, time.Today));
        return View(PageOf(file, workshop, new CancelForm { Version = db.VersionOf(workshop) }));
    }

    [HttpPost("{id:guid}/cancel"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Cancel([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] CancelForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotMove(file.Pilot, me.Member, time.Today));
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, workshop, form));
        db.Expect(workshop, form.Version);
        workshop.Cancel(file.Pilot, TypedText.Lines(form.Reason)!, me.Member, time.Today);
        return await SavedAsync(file, workshop, "cancelled", cancellation);
    }

    [HttpGet("{id:guid}/report"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Report([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotReport(file.Pilot, me.Member, time.Today));
        return View(PageOf(file, workshop, ReportForm.Of(workshop, db.VersionOf(workshop))));
    }

    [HttpPost("{id:guid}/report"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Report([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] ReportForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        if (form.Counts.Count != Enum.GetValues<ParticipantGroup>().Length)
            return BadRequest();
        Refusal.If(workshop.WhyNotReport(file.Pilot, me.Member, time.Today));
        if (ModelState.IsValid && Workshop.WhyNotCount(form.Groups()) is { } no)
            ModelState.AddModelError("Form.Counts[0].Count", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, workshop, form));
        db.Expect(workshop, form.Version);
        workshop.Report(file.Pilot, form.Groups(), TypedText.Lines(form.Result), me.Member, time.Today);
        return await SavedAsync(file, workshop, "reported", cancellation);
    }

    /// <summary>As many slips as there were participants; asked for again, the same ones.</summary>
    [HttpPost("{id:guid}/slips"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> MakeSlips([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(workshop.WhyNotReport(file.Pilot, me.Member, time.Today) ?? (workshop.State == WorkshopState.Held ? null : new Refusal("workshop-not-yet")));
        var known = await db.Set<FeedbackSlip>().CountAsync(s => s.PilotId == workshop.PilotId && s.WorkshopId == id, cancellation);
        for (var number = known + 1; number <= Math.Min(workshop.Participants, FeedbackSlip.Most); number++)
            db.Add(new FeedbackSlip(workshop, number));
        await db.SaveChangesAsync(cancellation);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}/workshops/{id}/slips");
    }

    [HttpGet("{id:guid}/slips"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Slips([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        Refusal.If(file.Pilot.WhyNotKeep(me.Member, time.Today));
        var open = await db.Set<FeedbackSlip>().Where(s => s.PilotId == workshop.PilotId && s.WorkshopId == id && !s.IsUsed).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(cancellation);
        return View(new SlipsPage(file, workshop, [.. open.Select(n => HttpContext.Absolute($"/feedback?token={links.ForFeedback(workshop.PilotId, id, n)}")).Select(a => new WorkshopSlip(a, QrPath.Of(a)))]));
    }

    private async Task<(PilotFile File, Workshop Workshop)?> TakeAsync(string key, Guid id, CancellationToken cancellation) =>
        await db.TakePilotAsync(key, cancellation) is { } file
        && await db.Workshops.AsTracking().Include(w => w.Attendances).SingleOrDefaultAsync(w => w.PilotId == file.Pilot.PilotId && w.Id == id, cancellation) is { } workshop
            ? (file, workshop) : null;

    private async Task<IActionResult> SavedAsync(PilotFile file, Workshop workshop, string said, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[said]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}/workshops/{workshop.Id}");
    }

    private WorkshopFormPage<TForm> PageOf<TForm>(PilotFile file, Workshop workshop, TForm form) => new(file, form, time.Today, workshop);

    private async Task<WorkshopFormPage<ScheduleForm>> PageAsync(PilotFile file, ScheduleForm form, CancellationToken cancellation) =>
        new(file, form, time.Today) { Formats = [.. (await db.FormatsAsync(cancellation)).Select(f => new Choice(f.Id.ToString(), f.Title))] };
}
