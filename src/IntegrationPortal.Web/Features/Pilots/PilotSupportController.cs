using System.Globalization;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>How a pilot is accompanied: check-ins and visits by its facilitator, and the sheet for a visit.</summary>
[Requires(Right.KeepPilot)]
public sealed class PilotSupportController(PilotRoom room, DrawPilot draw) : PilotController(room)
{
    /// <summary>Everything that a visit needs, to be printed.</summary>
    [HttpGet("sheet")]
    public async Task<IActionResult> Sheet([FromRoute] string key, CancellationToken cancellation) =>
        await Db.TakePilotAsync(key, cancellation) is { } file
            ? View(Views + "Sheet.cshtml", new SheetPage(await draw.PageAsync(file, cancellation), await Db.BaselineOfAsync(file.Pilot.PilotId, cancellation))) : NotFound();

    [HttpGet("check-ins/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> CheckIn([FromRoute] string key, CancellationToken cancellation)
    {
        if (await AccompaniedAsync(key, cancellation) is not { } file)
            return NotFound();
        var now = Quarter.Of(Today);
        var missing = file.Pilot.CheckIns.Any(c => c.Quarter == now.Before) || file.Pilot.WhyNotCheckIn(now.Before, Me, Today) is not null ? now : now.Before;
        return View(Views + "CheckIn.cshtml", PageOf(file, new CheckInForm { Id = NewId(), Quarter = Text(missing) }));
    }

    [HttpPost("check-ins/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> CheckIn([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] CheckInForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await AccompaniedAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.CheckIns.All(c => c.Id != form.Id))
        {
            var now = Quarter.Of(Today);
            var quarter = new[] { now, now.Before }.FirstOrDefault(q => Text(q) == form.Quarter, new Quarter(1, 1));
            if (form.Quarter is not null && file.Pilot.WhyNotCheckIn(quarter, Me, Today) is { } no)
                ModelState.AddModelError("Form.Quarter", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "CheckIn.cshtml");
            await Db.AddOnceAsync(file.Pilot.GiveCheckIn(form.Id, quarter, form.Light!.Value, TypedText.Lines(form.Text)!, Me, Now), cancellation);
        }

        return Back(file, "check-in-saved", "#check-ins");
    }

    [HttpGet("visits/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> Visit([FromRoute] string key, CancellationToken cancellation) =>
        await AccompaniedAsync(key, cancellation) is { } file ? View(Views + "Visit.cshtml", PageOf(file, new VisitForm { Id = NewId() })) : NotFound();

    [HttpPost("visits/new"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> Visit([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] VisitForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await AccompaniedAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Visits.All(v => v.Id != form.Id))
        {
            if (form.Day is { } day && file.Pilot.WhyNotVisit(day, Me, Today) is { } no)
                ModelState.AddModelError("Form.Day", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, form), Views + "Visit.cshtml");
            await Db.AddOnceAsync(file.Pilot.PlanVisit(form.Id, form.Day!.Value, TypedText.Lines(form.Purpose)!, Me, Today), cancellation);
        }

        return Back(file, "visit-saved", "#visits");
    }

    [HttpPost("visits/{id:guid}/cancel"), Requires(Right.AccompanyPilots)]
    public async Task<IActionResult> CancelVisit([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await AccompaniedAsync(key, cancellation) is not { } file || file.Pilot.Visits.FirstOrDefault(v => v.Id == id) is not { } visit)
            return NotFound();
        file.Pilot.CancelVisit(visit, Me, Today);
        // Who was faster has done the same.
        await Db.SaveInTimeAsync(cancellation);
        return Back(file, "visit-cancelled", "#visits");
    }

    private Task<PilotFile?> AccompaniedAsync(string key, CancellationToken cancellation) => TakeAsync(key, p => p.WhyNotAccompany(Me, Today), cancellation);

    private static string Text(Quarter quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}-{quarter.Number}");

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form)
    {
        var now = Quarter.Of(Today);
        return new PilotFormPage<TForm>(file, form, Today)
        {
            Choices = [.. Enum.GetValues<PilotLight>().Select(l => new Choice(l.ToString(), Kinds[l]))],
            MoreChoices = [.. new[] { now.Before, now }.Select(q => new Choice(Text(q), Words["quarter", q.Number, q.Year]))],
        };
    }
}
