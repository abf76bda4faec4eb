using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What a pilot decides, who sits in its steering group, and what stays of it afterwards.</summary>
[Requires(Right.KeepPilot)]
public sealed class PilotDecisionsController(PilotRoom room) : PilotController(room)
{
    [HttpGet("decisions/new")]
    public async Task<IActionResult> Decision([FromRoute] string key, CancellationToken cancellation) =>
        await KeptAsync(key, cancellation) is { } file ? View(Views + "Decision.cshtml", PageOf(file, new DecisionForm { Id = NewId() })) : NotFound();

    [HttpPost("decisions/new")]
    public async Task<IActionResult> Decision([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] DecisionForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await KeptAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Decisions.All(d => d.Id != form.Id))
        {
            if (form.DecidedOn is { } on && file.Pilot.WhyNotDecide(on, Me, Today) is { } no)
                ModelState.AddModelError("Form.DecidedOn", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Decision.cshtml");
            Db.Add(file.Pilot.Decide(
                form.Id, form.DecidedOn!.Value, TypedText.Line(form.Body)!, TypedText.Lines(form.Subject)!, form.Outcome!.Value, TypedText.Line(form.Reference), Me, Today));
            await Db.SaveChangesAsync(cancellation);
        }

        return Back(file, "decision-saved", "#decisions");
    }

    [HttpGet("seats/new")]
    public async Task<IActionResult> Seat([FromRoute] string key, CancellationToken cancellation) =>
        await KeptAsync(key, cancellation) is { } file ? View(Views + "Seat.cshtml", PageOf(file, new SeatForm { Id = NewId() })) : NotFound();

    [HttpPost("seats/new")]
    public async Task<IActionResult> Seat([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] SeatForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await KeptAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Seats.All(s => s.Id != form.Id))
        {
            if (file.Pilot.WhyNotSeat(TypedText.Line(form.PersonName), Me, Today) is { } no)
                ModelState.AddModelError("Form.PersonName", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Seat.cshtml");
            await Db.AddOnceAsync(file.Pilot.AddSeat(form.Id, TypedText.Line(form.Function)!, TypedText.Line(form.Office)!, TypedText.Line(form.PersonName), Me, Today), cancellation);
        }

        return Back(file, "seat-saved", "#steering-group");
    }

    [HttpGet("seats/{id:guid}/leave")]
    public async Task<IActionResult> Leave([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await KeptAsync(key, cancellation) is { } file && file.Pilot.Seats.FirstOrDefault(s => s.Id == id) is { } seat
            ? View(Views + "LeaveSeat.cshtml", PageOf(file, id) with { About = seat.Function })
            : NotFound();

    [HttpPost("seats/{id:guid}/leave"), ActionName(nameof(Leave))]
    public async Task<IActionResult> LeaveNow([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await KeptAsync(key, cancellation) is not { } file || file.Pilot.Seats.FirstOrDefault(s => s.Id == id) is not { } seat)
            return NotFound();
        file.Pilot.LeaveSeat(seat, Me, Today);
        // Who was faster has done the same.
        await Db.SaveInTimeAsync(cancellation);
        return Back(file, "seat-left", "#steering-group");
    }

    [HttpGet("continuations/new")]
    public async Task<IActionResult> Continuation([FromRoute] string key, CancellationToken cancellation)
    {
        return await AfterwardsAsync(key, cancellation) is { } file
            ? View(Views + "Continuation.cshtml", PageOf(file, new ContinuationForm { Id = NewId(), AskedOn = Today })) : NotFound();
    }

    [HttpPost("continuations/new")]
    public async Task<IActionResult> Continuation([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] ContinuationForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await AfterwardsAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Continuations.All(c => c.Id != form.Id))
        {
            if (form.AskedOn is { } on && file.Pilot.WhyNotAskWhatStays(on, Me, Today) is { } no)
                ModelState.AddModelError("Form.AskedOn", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Continuation.cshtml");
            await Db.AddOnceAsync(file.Pilot.AskWhatStays(form.Id, form.AskedOn!.Value, form.PositionFunded, form.TemplateInUse, TypedText.Lines(form.Note), Me, Today), cancellation);
        }

        return Back(file, "continuation-saved", "#stays");
    }

    /// <summary>What stays is asked afterwards, and so also of a pilot that has left.</summary>
    private Task<PilotFile?> AfterwardsAsync(string key, CancellationToken cancellation) => TakeAsync(key, p => p.WhyNotAskWhatStays(Today, Me, Today), cancellation);

    private Task<PilotFile?> KeptAsync(string key, CancellationToken cancellation) => TakeAsync(key, p => p.WhyNotKeep(Me, Today), cancellation);

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form) =>
        new(file, form, Today) { Choices = [.. Enum.GetValues<DecisionOutcome>().Select(o => new Choice(o.ToString(), Kinds[o]))] };
}
