using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
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

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What a pilot does and decides, kept by its coordination, its facilitator and the foundation.</summary>
[Requires(Right.KeepPilot), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}"), OneConnection]
public sealed class PilotWorkController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, TimeWords time, KindWords kinds, RefusalWords refusals, IStringLocalizer<PilotsTexts> words) : Controller
{
    private const string Views = "/Features/Pilots/";

    [HttpGet("measures/new")]
    public async Task<IActionResult> Measure([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, cancellation) is { } file ? View(Views + "Measure.cshtml", PageOf(file, new PilotMeasureForm { Id = NewId(), State = MeasureState.Planned })) : NotFound();

    [HttpPost("measures/new")]
    public async Task<IActionResult> Measure([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] PilotMeasureForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Measures.All(m => m.Id != form.Id))
        {
            if (!IsSound(form))
                return this.Again(PageOf(file, form), Views + "Measure.cshtml");
            db.Add(file.Pilot.AddMeasure(form.Id, form.Words(), me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "measure-saved", "measures");
    }

    [HttpGet("measures/{id:guid}")]
    public async Task<IActionResult> ChangeMeasure([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await TakeAsync(key, cancellation) is { } file && file.Pilot.Measures.FirstOrDefault(m => m.Id == id) is { } measure
            ? View(Views + "Measure.cshtml", PageOf(file, PilotMeasureForm.Of(measure, db.VersionOf(measure)))) : NotFound();

    [HttpPost("measures/{id:guid}")]
    public async Task<IActionResult> ChangeMeasure(
        [FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(PilotFormPage<>.Form))] PilotMeasureForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, cancellation) is not { } file || file.Pilot.Measures.FirstOrDefault(m => m.Id == id) is not { } measure)
            return NotFound();
        if (!IsSound(form))
            return this.Again(PageOf(file, form), Views + "Measure.cshtml");
        db.Expect(measure, form.Version);
        file.Pilot.ChangeMeasure(measure, form.Words(), me.Member, time.Today);
        await db.SaveChangesAsync(cancellation);
        return Back(file, "measure-saved", "measures");
    }

    [HttpGet("decisions/new")]
    public async Task<IActionResult> Decision([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, cancellation) is { } file ? View(Views + "Decision.cshtml", PageOf(file, new DecisionForm { Id = NewId() })) : NotFound();

    [HttpPost("decisions/new")]
    public async Task<IActionResult> Decision([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] DecisionForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Decisions.All(d => d.Id != form.Id))
        {
            if (form.DecidedOn is { } on && file.Pilot.WhyNotDecide(on, me.Member, time.Today) is { } no)
                ModelState.AddModelError("Form.DecidedOn", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Decision.cshtml");
            db.Add(file.Pilot.Decide(
                form.Id, form.DecidedOn!.Value, TypedText.Line(form.Body)!, TypedText.Lines(form.Subject)!, form.Outcome!.Value, TypedText.Line(form.Reference), me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "decision-saved", "decisions");
    }

    [HttpGet("seats/new")]
    public async Task<IActionResult> Seat([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, cancellation) is { } file ? View(Views + "Seat.cshtml", PageOf(file, new SeatForm { Id = NewId() })) : NotFound();

    [HttpPost("seats/new")]
    public async Task<IActionResult> Seat([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] SeatForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Seats.All(s => s.Id != form.Id))
        {
            if (file.Pilot.WhyNotSeat(TypedText.Line(form.PersonName), me.Member, time.Today) is { } no)
                ModelState.AddModelError("Form.PersonName", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Seat.cshtml");
            db.Add(file.Pilot.AddSeat(form.Id, TypedText.Line(form.Function)!, TypedText.Line(form.Office)!, TypedText.Line(form.PersonName), me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "seat-saved", "steering-group");
    }

    [HttpPost("seats/{id:guid}/leave")]
    public async Task<IActionResult> Leave([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(key, cancellation) is not { } file || file.Pilot.Seats.FirstOrDefault(s => s.Id == id) is not { } seat)
            return NotFound();
        file.Pilot.LeaveSeat(seat, me.Member, time.Today);
        await db.SaveChangesAsync(cancellation);
        return Back(file, "seat-left", "steering-group");
    }

    [HttpGet("continuations/new")]
    public async Task<IActionResult> Continuation([FromRoute] string key, CancellationToken cancellation)
    {
        if (await TakeAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotAskWhatStays(time.Today, me.Member, time.Today));
        return View(Views + "Continuation.cshtml", PageOf(file, new ContinuationForm { Id = NewId(), AskedOn = time.Today }));
    }

    [HttpPost("continuations/new")]
    public async Task<IActionResult> Continuation([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] ContinuationForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Continuations.All(c => c.Id != form.Id))
        {
            if (form.AskedOn is { } on && file.Pilot.WhyNotAskWhatStays(on, me.Member, time.Today) is { } no)
                ModelState.AddModelError("Form.AskedOn", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Continuation.cshtml");
            db.Add(file.Pilot.AskWhatStays(form.Id, form.AskedOn!.Value, form.PositionFunded, form.TemplateInUse, TypedText.Lines(form.Note), me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "continuation-saved", "stays");
    }

    private bool IsSound(PilotMeasureForm form)
    {
        if (ModelState.IsValid && form.Words().WhyNot() is { } no)
            ModelState.AddModelError("Form.Evidence", refusals[no]);
        return ModelState.IsValid;
    }

    private async Task<PilotFile?> TakeAsync(string key, CancellationToken cancellation)
    {
        var file = await db.TakePilotAsync(key, cancellation);
        Refusal.If(file?.Pilot.WhyNotKeep(me.Member, time.Today));
        return file;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private IActionResult Back(PilotFile file, string said, string section)
    {
        TempData.Success(words[said]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}#{section}");
    }

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form) => new(file, form, time.Today)
    {
        Choices = form is DecisionForm
            ? [.. Enum.GetValues<DecisionOutcome>().Select(o => new Choice(o.ToString(), kinds[o]))]
            : [.. Enum.GetValues<MeasureState>().Select(s => new Choice(s.ToString(), kinds[s]))],
        MoreChoices = [.. Enum.GetValues<FieldOfAction>().Select(f => new Choice(f.ToString(), kinds[f]))],
    };
}
