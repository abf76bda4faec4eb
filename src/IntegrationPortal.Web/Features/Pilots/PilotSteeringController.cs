using IntegrationPortal.Domain;
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

/// <summary>What the foundation decides about a pilot: the agreement, and who accompanies it.</summary>
[Requires(Right.SteerProgramme), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}"), OneConnection]
public sealed class PilotSteeringController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, TimeWords time, RefusalWords refusals, IStringLocalizer<PilotsTexts> words) : Controller
{
    private const string Views = "/Features/Pilots/";

    [HttpGet("agreements/new")]
    public async Task<IActionResult> Agree([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotSteer(me.Member));
        return View(Views + "Agree.cshtml", new PilotFormPage<AgreementForm>(file, new AgreementForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, time.Today));
    }

    [HttpPost("agreements/new")]
    public async Task<IActionResult> Agree([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] AgreementForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Agreements.All(a => a.Id != form.Id))
        {
            Refusal.If(file.Pilot.WhyNotSteer(me.Member));
            if (form is { SignedOn: { } signed, FromOn: { } from, UntilOn: { } until } && file.Pilot.WhyNotAgree(signed, from, until, me.Member, time.Today) is { } no)
                ModelState.AddModelError(no.Code == "pilot-day-in-future" ? "Form.SignedOn" : "Form.UntilOn", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(new PilotFormPage<AgreementForm>(file, form, time.Today), Views + "Agree.cshtml");
            db.Add(file.Pilot.Agree(form.Id, form.SignedOn!.Value, form.FromOn!.Value, form.UntilOn!.Value, TypedText.Line(form.SignedFor)!, me.Member, time.Today));
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["agreement-saved"]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}");
    }

    [HttpGet("facilitator")]
    public async Task<IActionResult> Assign([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotSteer(me.Member));
        return View(Views + "Assign.cshtml", await PageAsync(file, new AssignmentForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), FromOn = time.Today }, cancellation));
    }

    [HttpPost("facilitator")]
    public async Task<IActionResult> Assign([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] AssignmentForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Assignments.All(a => a.Id != form.Id))
        {
            Refusal.If(file.Pilot.WhyNotSteer(me.Member));
            if (form.Facilitator is { } who && (await db.FacilitatorsAsync(cancellation)).TrueForAll(f => f.Id != who))
                ModelState.AddModelError("Form.Facilitator", words["facilitator-unknown"]);
            if (form.FromOn is { } from && file.Pilot.WhyNotAssign(from, me.Member) is { } no)
                ModelState.AddModelError("Form.FromOn", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(await PageAsync(file, form, cancellation), Views + "Assign.cshtml");
            db.Add(file.Pilot.Assign(form.Id, form.Facilitator!.Value, form.FromOn!.Value, me.Member));
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["assigned"]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}");
    }

    private async Task<PilotFormPage<AssignmentForm>> PageAsync(PilotFile file, AssignmentForm form, CancellationToken cancellation) =>
        new(file, form, time.Today) { Choices = [.. (await db.FacilitatorsAsync(cancellation)).Select(f => new Choice(f.Id.ToString(), f.Name))] };
}
