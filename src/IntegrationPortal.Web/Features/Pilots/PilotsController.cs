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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>One pilot, for everybody who may see it; and how a municipality becomes one.</summary>
[Requires(Right.ReadProgramme), Route("/programme/pilots"), OneConnection]
public sealed class PilotsController(
    PortalDbContext db, CurrentUser me, DrawPilot draw, TimeWords time, KindWords kinds, IStringLocalizer<PilotsTexts> words) : Controller
{
    [HttpGet("{key:regex(^\\d{{5,12}}$)}")]
    public async Task<IActionResult> Show([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        // Asked for by the key that followed: the pilot stays under the one it has.
        return file.Place.Key == key ? View(await draw.PageAsync(file, cancellation)) : this.SeeOther($"/programme/pilots/{file.Place.Key}");
    }

    [HttpPost("{key:regex(^\\d{{5,12}}$)}/share"), Requires(Right.KeepPilot)]
    public Task<IActionResult> Share([FromRoute] string key, CancellationToken cancellation) => ShareAsync(key, true, cancellation);

    [HttpPost("{key:regex(^\\d{{5,12}}$)}/unshare"), Requires(Right.KeepPilot)]
    public Task<IActionResult> Unshare([FromRoute] string key, CancellationToken cancellation) => ShareAsync(key, false, cancellation);

    [HttpGet("new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> New(Guid? municipality, CancellationToken cancellation)
    {
        ModelState.Clear();
        var place = await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Id == municipality, cancellation);
        return View(await PageAsync(new NewPilotForm { Municipality = place?.Id, Phase = place?.Phase, LabourTrack = place?.Track == "labour_market" }, cancellation));
    }

    [HttpPost("new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> New([Bind(Prefix = nameof(NewPilotPage.Form))] NewPilotForm form, CancellationToken cancellation)
    {
        var place = await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Id == form.Municipality, cancellation);
        if (form.Municipality is not null && place is null)
            ModelState.AddModelError("Form.Municipality", words["municipality-unknown"]);
        if (form.Phase is { } phase && !await db.Set<ProgrammePhase>().AnyAsync(p => p.Number == phase, cancellation))
            ModelState.AddModelError("Form.Phase", words["phase-unknown"]);
        if (form.AppliedOn > time.Today)
            ModelState.AddModelError("Form.AppliedOn", words["not-in-future"]);
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(form, cancellation));
        if (!await db.Pilots.AnyAsync(p => p.PilotId == place!.Id, cancellation))
        {
            await db.AddOnceAsync(Pilot.Apply(
                place!.Id, form.Phase!.Value, form.LabourTrack, Several.Sum(form.Fields), TypedText.Lines(form.Interest)!, form.AppliedOn!.Value, me.Member, time.Today),
                cancellation);
            TempData.Success(words["begun"]);
        }

        return this.SeeOther($"/programme/pilots/{place!.Key}");
    }

    private async Task<IActionResult> ShareAsync(string key, bool shares, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        file.Pilot.ShareAssessment(shares, me.Member);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[shares ? "shared" : "unshared"]);
        return this.SeeOther($"/programme/pilots/{key}");
    }

    private async Task<NewPilotPage> PageAsync(NewPilotForm form, CancellationToken cancellation)
    {
        var free = await db.Tenants.AsNoTracking().Where(t => !db.Pilots.Any(p => p.PilotId == t.Id)).OrderBy(t => t.Name).ThenBy(t => t.Key).ToListAsync(cancellation);
        var phases = await db.Set<ProgrammePhase>().AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancellation);
        return new NewPilotPage(
            form, [.. free.Select(t => new Choice(t.Id.ToString(), t.Name))],
            [.. phases.Select(p => new Choice(p.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Name.ToString()))],
            Several.Choices<PilotFields>(kinds), time.Today);
    }
}
