using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What the foundation decides about a pilot: the agreement, and who accompanies it.</summary>
[Requires(Right.SteerProgramme)]
public sealed class PilotSteeringController(PilotRoom room) : PilotController(room)
{
    [HttpGet("agreements/new")]
    public async Task<IActionResult> Agree([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } file
            ? View(Views + "Agree.cshtml", new PilotFormPage<AgreementForm>(file, new AgreementForm { Id = NewId() }, Today)) : NotFound();

    [HttpPost("agreements/new")]
    public async Task<IActionResult> Agree([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] AgreementForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await Db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Agreements.All(a => a.Id != form.Id))
        {
            Refusal.If(file.Pilot.WhyNotSteer(Me));
            if (form is { SignedOn: { } signed, FromOn: { } from, UntilOn: { } until } && file.Pilot.WhyNotAgree(signed, from, until, Me, Today) is { } no)
                ModelState.AddModelError(no.Code == "pilot-day-in-future" ? "Form.SignedOn" : "Form.UntilOn", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(new PilotFormPage<AgreementForm>(file, form, Today), Views + "Agree.cshtml");
            await Db.AddOnceAsync(file.Pilot.Agree(form.Id, form.SignedOn!.Value, form.FromOn!.Value, form.UntilOn!.Value, TypedText.Line(form.SignedFor)!, Me, Today), cancellation);
        }

        return Back(file, "agreement-saved");
    }

    [HttpGet("facilitator")]
    public async Task<IActionResult> Assign([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } file
            ? View(Views + "Assign.cshtml", await PageAsync(file, new AssignmentForm { Id = NewId(), FromOn = Today }, cancellation)) : NotFound();

    [HttpPost("facilitator")]
    public async Task<IActionResult> Assign([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] AssignmentForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await Db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Assignments.All(a => a.Id != form.Id))
        {
            Refusal.If(file.Pilot.WhyNotSteer(Me));
            if (form.Facilitator is { } who && who != AssignmentForm.Nobody && (await Db.FacilitatorsAsync(cancellation)).TrueForAll(f => f.Id != who))
                ModelState.AddModelError("Form.Facilitator", Words["facilitator-unknown"]);
            if (form.FromOn is { } from && file.Pilot.WhyNotAssign(from, Me) is { } no)
                ModelState.AddModelError("Form.FromOn", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(await PageAsync(file, form, cancellation), Views + "Assign.cshtml");
            if (form.Facilitator == AssignmentForm.Nobody)
            {
                file.Pilot.AccompanyNoLonger(form.FromOn!.Value, Me);
                await Db.SaveChangesAsync(cancellation);
            }
            else
            {
                await Db.AddOnceAsync(file.Pilot.Assign(form.Id, form.Facilitator!.Value, form.FromOn!.Value, Me), cancellation);
            }
        }

        return Back(file, form.Facilitator == AssignmentForm.Nobody ? "assignment-ended" : "assigned");
    }

    private async Task<PilotFormPage<AssignmentForm>> PageAsync(PilotFile file, AssignmentForm form, CancellationToken cancellation) =>
        new(file, form, Today)
        {
            Choices =
            [
                .. (await Db.FacilitatorsAsync(cancellation)).Select(f => new Choice(f.Id.ToString(), f.Name)),
                .. file.Pilot.Assignments.Any(a => a.UntilOn is null) ? [new Choice(AssignmentForm.Nobody.ToString(), Words["nobody-any-more"])] : Array.Empty<Choice>(),
            ],
        };
}
