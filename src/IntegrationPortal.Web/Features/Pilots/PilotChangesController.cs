using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>What the foundation changes about a pilot later: its fields of action, and that it leaves the programme.</summary>
[Requires(Right.SteerProgramme)]
public sealed class PilotChangesController(PilotRoom room) : PilotController(room)
{
    [HttpGet("fields")]
    public async Task<IActionResult> Fields([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } file
            ? View(Views + "Fields.cshtml", PageOf(file, FieldsForm.Of(file.Pilot, Db.VersionOf(file.Pilot)))) : NotFound();

    [HttpPost("fields")]
    public async Task<IActionResult> Fields([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] FieldsForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is not { } file)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form), Views + "Fields.cshtml");
        var fields = Several.Sum(form.Fields);
        // What is so already was sent twice, or by somebody who wanted the same.
        if (fields != file.Pilot.Fields)
        {
            Db.Expect(file.Pilot, form.Version);
            file.Pilot.ChangeFields(fields, Me);
            if (!await Db.SaveInTimeAsync(cancellation))
            {
                return await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } now
                    ? this.AgainOvertaken(PageOf(now, form), form, FieldsForm.Of(now.Pilot, Db.VersionOf(now.Pilot)), view: Views + "Fields.cshtml")
                    : NotFound();
            }
        }

        return Back(file, "fields-saved");
    }

    [HttpGet("withdrawal")]
    public async Task<IActionResult> Withdraw([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } file
            ? View(Views + "Withdraw.cshtml", PageOf(file, new WithdrawalForm { Version = Db.VersionOf(file.Pilot) })) : NotFound();

    [HttpPost("withdrawal")]
    public async Task<IActionResult> Withdraw([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] WithdrawalForm form, CancellationToken cancellation)
    {
        if (await Db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (ModelState.IsValid && file.Pilot.IsWithdrawnBy(form.Words()))
            return Back(file, "withdrawal-saved");
        Refusal.If(file.Pilot.WhyNotSteer(Me));
        if (form.On is { } on && file.Pilot.WhyNotWithdraw(on, Me, Today) is { } no)
            ModelState.AddModelError("Form.On", Refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form), Views + "Withdraw.cshtml");
        Db.Expect(file.Pilot, form.Version);
        file.Pilot.Withdraw(form.Words(), Me, Today);
        if (!await Db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(key, p => p.WhyNotSteer(Me), cancellation) is { } now
                ? this.AgainOvertaken(PageOf(now, form), form, Db.VersionOf(now.Pilot), Words["changed-since"], Views + "Withdraw.cshtml")
                : NotFound();
        }

        return Back(file, "withdrawal-saved");
    }

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form) => new(file, form, Today) { Choices = Several.Choices<PilotFields>(Kinds) };
}
