using System.Globalization;
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
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>What becomes of a workshop: moved, cancelled, or held and counted.</summary>
[Requires(Right.KeepPilot), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}/workshops/{id:guid}"), OneConnection]
public sealed class WorkshopDeedsController(
    PortalDbContext db, CurrentUser me, TimeWords time, KindWords kinds, RefusalWords refusals, IStringLocalizer<WorkshopsTexts> words) : Controller
{
    private const string Views = "/Features/Workshops/";

    [HttpGet("move")]
    public async Task<IActionResult> Move([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await PlannedAsync(key, id, cancellation) is var (file, workshop)
            ? View(Views + "Move.cshtml", PageOf(file, workshop, MoveForm.Of(workshop, db.VersionOf(workshop)))) : NotFound();

    [HttpPost("move")]
    public async Task<IActionResult> Move([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] MoveForm form, CancellationToken cancellation)
    {
        if (await PlannedAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, workshop, form), Views + "Move.cshtml");
        db.Expect(workshop, form.Version);
        workshop.Move(file.Pilot, form.Plan(), me.Member, time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await PlannedAsync(key, id, cancellation) is var (itsFile, now)
                ? this.AgainOvertaken(PageOf(itsFile, now, form), form, MoveForm.Of(now, db.VersionOf(now)), view: Views + "Move.cshtml")
                : NotFound();
        }

        return Saved(file, workshop, "moved");
    }

    [HttpGet("cancel")]
    public async Task<IActionResult> Cancel([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await PlannedAsync(key, id, cancellation) is var (file, workshop)
            ? View(Views + "Cancel.cshtml", PageOf(file, workshop, new CancelForm { Version = db.VersionOf(workshop) })) : NotFound();

    [HttpPost("cancel")]
    public async Task<IActionResult> Cancel([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] CancelForm form, CancellationToken cancellation)
    {
        if (await PlannedAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, workshop, form), Views + "Cancel.cshtml");
        db.Expect(workshop, form.Version);
        workshop.Cancel(file.Pilot, TypedText.Lines(form.Reason)!, me.Member, time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await PlannedAsync(key, id, cancellation) is var (itsFile, now)
                ? this.AgainOvertaken(PageOf(itsFile, now, form), form, db.VersionOf(now), words["moved-since", time.Full(now.Day), now.Place], Views + "Cancel.cshtml")
                : NotFound();
        }

        return Saved(file, workshop, "cancelled");
    }

    [HttpGet("report")]
    public async Task<IActionResult> Report([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await CountableAsync(key, id, cancellation) is var (file, workshop)
            ? View(Views + "Report.cshtml", PageOf(file, workshop, ReportForm.Of(workshop, db.VersionOf(workshop)))) : NotFound();

    [HttpPost("report")]
    public async Task<IActionResult> Report([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(WorkshopFormPage<>.Form))] ReportForm form, CancellationToken cancellation)
    {
        if (await CountableAsync(key, id, cancellation) is not var (file, workshop))
            return NotFound();
        if (form.Counts.Count != Enum.GetValues<ParticipantGroup>().Length)
            return BadRequest();
        if (ModelState.IsValid && Workshop.WhyNotCount(form.Groups()) is { } no)
            ModelState.AddModelError("Form.Counts[0].Count", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, workshop, form), Views + "Report.cshtml");
        db.Expect(workshop, form.Version);
        workshop.Report(file.Pilot, form.Groups(), TypedText.Lines(form.Result), me.Member, time.Today);
        // The workshop's own row moves with its counts, so that of two who count the second is told.
        db.Entry(workshop).Property(w => w.State).IsModified = true;
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await CountableAsync(key, id, cancellation) is var (itsFile, now)
                ? this.AgainOvertaken(
                    PageOf(itsFile, now, form), form, ReportForm.Of(now, db.VersionOf(now)), view: Views + "Report.cshtml",
                    part: row => kinds[Enum.GetValues<ParticipantGroup>()[int.Parse(row, CultureInfo.InvariantCulture)]])
                : NotFound();
        }

        return Saved(file, workshop, "reported");
    }

    /// <summary>One that can still be moved or cancelled, also when it is asked for again after a lost race.</summary>
    private async Task<(PilotFile File, Workshop Workshop)?> PlannedAsync(string key, Guid id, CancellationToken cancellation)
    {
        var found = await db.TakeWorkshopAsync(key, id, cancellation);
        Refusal.If(found is var (file, workshop) ? workshop.WhyNotMove(file.Pilot, me.Member, time.Today) : null);
        return found;
    }

    private async Task<(PilotFile File, Workshop Workshop)?> CountableAsync(string key, Guid id, CancellationToken cancellation)
    {
        var found = await db.TakeWorkshopAsync(key, id, cancellation);
        Refusal.If(found is var (file, workshop) ? workshop.WhyNotReport(file.Pilot, me.Member, time.Today) : null);
        return found;
    }

    private IActionResult Saved(PilotFile file, Workshop workshop, string said)
    {
        TempData.Success(words[said]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}/workshops/{workshop.Id}");
    }

    private WorkshopFormPage<TForm> PageOf<TForm>(PilotFile file, Workshop workshop, TForm form) => new(file, form, time.Today, workshop);
}
