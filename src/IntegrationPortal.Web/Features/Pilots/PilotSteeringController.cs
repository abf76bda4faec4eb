using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
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
            CheckDays(file.Pilot, form);
            if (!ModelState.IsValid)
                return this.Again(new PilotFormPage<AgreementForm>(file, form, Today), Views + "Agree.cshtml");
            await Db.AddOnceAsync(file.Pilot.Agree(form.Id, form.SignedOn!.Value, form.FromOn!.Value, form.UntilOn!.Value, TypedText.Line(form.SignedFor)!, Me, Today), cancellation);
        }

        return Back(file, "agreement-saved");
    }

    [HttpGet("agreements/{id:guid}")]
    public async Task<IActionResult> CorrectAgreement([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation) =>
        await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } file && file.Pilot.Agreements.FirstOrDefault(a => a.Id == id) is { } agreement
            ? View(Views + "Agree.cshtml", new PilotFormPage<AgreementForm>(file, AgreementForm.Of(agreement, Db.VersionOf(agreement)), Today)) : NotFound();

    [HttpPost("agreements/{id:guid}")]
    public async Task<IActionResult> CorrectAgreement(
        [FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(PilotFormPage<>.Form))] AgreementForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is not { } file || file.Pilot.Agreements.FirstOrDefault(a => a.Id == id) is not { } agreement)
            return NotFound();
        form.Id = id;
        CheckDays(file.Pilot, form, agreement);
        if (!ModelState.IsValid)
            return this.Again(new PilotFormPage<AgreementForm>(file, form, Today), Views + "Agree.cshtml");
        Db.Expect(agreement, form.Version);
        file.Pilot.Correct(agreement, form.SignedOn!.Value, form.FromOn!.Value, form.UntilOn!.Value, TypedText.Line(form.SignedFor)!, Me, Today);
        if (!await Db.SaveInTimeAsync(cancellation))
        {
            return await Db.TakePilotAsync(key, cancellation) is { } now && now.Pilot.Agreements.FirstOrDefault(a => a.Id == id) is { } stored
                ? this.AgainOvertaken(new PilotFormPage<AgreementForm>(now, form, Today), form, AgreementForm.Of(stored, Db.VersionOf(stored)), view: Views + "Agree.cshtml")
                : NotFound();
        }

        return Back(file, "agreement-corrected");
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

    private void CheckDays(Pilot pilot, AgreementForm form, PilotAgreement? corrected = null)
    {
        if (form is { SignedOn: { } signed, FromOn: { } from, UntilOn: { } until } && pilot.WhyNotAgree(signed, from, until, Me, Today, corrected) is { } no)
            ModelState.AddModelError(no.Code == "pilot-day-in-future" ? "Form.SignedOn" : "Form.UntilOn", Refusals[no]);
    }
}
