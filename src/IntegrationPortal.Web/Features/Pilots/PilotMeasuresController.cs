using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What a pilot does: its measures, kept by its coordination, its facilitator and the foundation.</summary>
[Requires(Right.KeepPilot)]
public sealed class PilotMeasuresController(PilotRoom room) : PilotController(room)
{
    [HttpGet("measures/new")]
    public async Task<IActionResult> Measure([FromRoute] string key, CancellationToken cancellation) =>
        await KeptAsync(key, cancellation) is { } file ? View(Views + "Measure.cshtml", PageOf(file, new PilotMeasureForm { Id = NewId(), State = MeasureState.Planned })) : NotFound();

    [HttpPost("measures/new")]
    public async Task<IActionResult> Measure([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] PilotMeasureForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await KeptAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Measures.All(m => m.Id != form.Id))
        {
            if (!IsSound(form))
                return this.Again(PageOf(file, form), Views + "Measure.cshtml");
            await Db.AddOnceAsync(file.Pilot.AddMeasure(form.Id, form.Words(), Me, Today), cancellation);
        }

        return Back(file, "measure-saved", "#measures");
    }

    [HttpGet("measures/{id:guid}")]
    public async Task<IActionResult> ChangeMeasure([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await KeptAsync(key, cancellation) is { } file && file.Pilot.Measures.FirstOrDefault(m => m.Id == id) is { } measure
            ? View(Views + "Measure.cshtml", PageOf(file, PilotMeasureForm.Of(measure, Db.VersionOf(measure)))) : NotFound();

    [HttpPost("measures/{id:guid}")]
    public async Task<IActionResult> ChangeMeasure(
        [FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(PilotFormPage<>.Form))] PilotMeasureForm form, CancellationToken cancellation)
    {
        if (await KeptAsync(key, cancellation) is not { } file || file.Pilot.Measures.FirstOrDefault(m => m.Id == id) is not { } measure)
            return NotFound();
        if (!IsSound(form))
            return this.Again(PageOf(file, form), Views + "Measure.cshtml");
        Db.Expect(measure, form.Version);
        file.Pilot.ChangeMeasure(measure, form.Words(), Me, Today);
        if (!await Db.SaveInTimeAsync(cancellation))
        {
            return await KeptAsync(key, cancellation) is { } now && now.Pilot.Measures.FirstOrDefault(m => m.Id == id) is { } stored
                ? this.AgainOvertaken(PageOf(now, form), form, PilotMeasureForm.Of(stored, Db.VersionOf(stored)), view: Views + "Measure.cshtml")
                : NotFound();
        }

        return Back(file, "measure-saved", "#measures");
    }

    private bool IsSound(PilotMeasureForm form)
    {
        if (ModelState.IsValid && form.Words().WhyNot() is { } no)
            ModelState.AddModelError("Form.Evidence", Refusals[no]);
        return ModelState.IsValid;
    }

    private Task<PilotFile?> KeptAsync(string key, CancellationToken cancellation) => TakeAsync(key, p => p.WhyNotKeep(Me, Today), cancellation);

    private PilotFormPage<PilotMeasureForm> PageOf(PilotFile file, PilotMeasureForm form) => new(file, form, Today)
    {
        Choices = [.. Enum.GetValues<MeasureState>().Select(s => new Choice(s.ToString(), Kinds[s]))],
        MoreChoices = [.. Enum.GetValues<FieldOfAction>().Select(f => new Choice(f.ToString(), Kinds[f]))],
    };
}
