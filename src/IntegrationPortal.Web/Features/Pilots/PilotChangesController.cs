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

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What the foundation changes about a pilot later: its fields of action, and that it leaves the programme.</summary>
[Requires(Right.SteerProgramme), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}"), OneConnection]
public sealed class PilotChangesController(
    PortalDbContext db, CurrentUser me, TimeWords time, KindWords kinds, RefusalWords refusals, IStringLocalizer<PilotsTexts> words) : Controller
{
    private const string Views = "/Features/Pilots/";

    [HttpGet("fields")]
    public async Task<IActionResult> Fields([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotSteer(me.Member));
        return View(Views + "Fields.cshtml", PageOf(file, new FieldsForm { Version = db.VersionOf(file.Pilot), Fields = Several.Split(file.Pilot.Fields) }));
    }

    [HttpPost("fields")]
    public async Task<IActionResult> Fields([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] FieldsForm form, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotSteer(me.Member));
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form), Views + "Fields.cshtml");
        var fields = Several.Sum(form.Fields);
        // What is so already was sent twice, or by somebody who wanted the same.
        if (fields != file.Pilot.Fields)
        {
            db.Expect(file.Pilot, form.Version);
            file.Pilot.ChangeFields(fields, me.Member);
            await db.SaveChangesAsync(cancellation);
        }

        return Back(file, "fields-saved");
    }

    [HttpGet("withdrawal")]
    public async Task<IActionResult> Withdraw([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotSteer(me.Member));
        return View(Views + "Withdraw.cshtml", PageOf(file, new WithdrawalForm { Version = db.VersionOf(file.Pilot) }));
    }

    [HttpPost("withdrawal")]
    public async Task<IActionResult> Withdraw([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] WithdrawalForm form, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (ModelState.IsValid && file.Pilot.IsWithdrawnBy(form.Words()))
            return Back(file, "withdrawal-saved");
        Refusal.If(file.Pilot.WhyNotSteer(me.Member));
        if (form.On is { } on && file.Pilot.WhyNotWithdraw(on, me.Member, time.Today) is { } no)
            ModelState.AddModelError("Form.On", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form), Views + "Withdraw.cshtml");
        db.Expect(file.Pilot, form.Version);
        file.Pilot.Withdraw(form.Words(), me.Member, time.Today);
        await db.SaveChangesAsync(cancellation);
        return Back(file, "withdrawal-saved");
    }

    private IActionResult Back(PilotFile file, string said)
    {
        TempData.Success(words[said]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}");
    }

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form) => new(file, form, time.Today) { Choices = Several.Choices<PilotFields>(kinds) };
}
