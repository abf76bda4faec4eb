using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>The path of a pilot: planned by the foundation, reached or put off by whoever keeps the pilot.</summary>
[Requires(Right.ReadProgramme), Route("/programme/pilots/{key:regex(^\\d{{5,12}}$)}"), OneConnection]
public sealed class PilotPathController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeProvider clock, TimeWords time, KindWords kinds, RefusalWords refusals,
    IStringLocalizer<PilotsTexts> words) : Controller
{
    private const string Views = "/Features/Pilots/";

    [HttpGet("plan"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Plan([FromRoute] string key, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotPlan(me.Member));
        return View(Views + "Plan.cshtml", PageOf(file, new PlanForm { FromOn = file.Pilot.Agreements.Min(a => a.FromOn) }));
    }

    [HttpPost("plan"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Plan([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] PlanForm form, CancellationToken cancellation)
    {
        if (await db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form), Views + "Plan.cshtml");
        var cycle = catalogue.Templates.Last(t => t.Key == Pilot.Cycle && t.IsInForceOn(time.Today));
        file.Pilot.Plan(cycle, form.FromOn!.Value, catalogue.For(file.Place), me.Member);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["planned"]);
        return this.SeeOther($"/programme/pilots/{file.Place.Key}");
    }

    [HttpGet("milestones/{step}")]
    public async Task<IActionResult> Milestone([FromRoute] string key, [FromRoute] string step, CancellationToken cancellation) =>
        await TakeAsync(key, step, cancellation) is not { } found ? NotFound()
            : View(Views + "Milestone.cshtml", new MilestonePage(found.File, found.Milestone, Words(found.File, found.Milestone), time.Today, found.File.Pilot.WhyNotKeep(me.Member, time.Today) is null));

    [HttpGet("milestones/{step}/reach"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Reach([FromRoute] string key, [FromRoute] string step, CancellationToken cancellation)
    {
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        Refusal.If(found.File.Pilot.WhyNotKeep(me.Member, time.Today));
        return View(Views + "Reach.cshtml", PageOf(found.File, new ReachForm { Version = db.VersionOf(found.Milestone), ReachedOn = found.Milestone.ReachedOn ?? time.Today }, found.Milestone));
    }

    [HttpPost("milestones/{step}/reach"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Reach([FromRoute] string key, [FromRoute] string step, [Bind(Prefix = nameof(PilotFormPage<>.Form))] ReachForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        Refusal.If(found.File.Pilot.WhyNotKeep(me.Member, time.Today));
        if (found.File.Pilot.WhyNotReach(form.ReachedOn, me.Member, time.Today) is { } no)
            ModelState.AddModelError("Form.ReachedOn", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(found.File, form, found.Milestone), Views + "Reach.cshtml");
        db.Expect(found.Milestone, form.Version);
        found.File.Pilot.Reach(found.Milestone, form.ReachedOn, me.Member, time.Today);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[form.ReachedOn is null ? "reached-cleared" : "reached-saved"]);
        return this.SeeOther($"/programme/pilots/{found.File.Place.Key}");
    }

    [HttpGet("milestones/{step}/delay"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Delay([FromRoute] string key, [FromRoute] string step, CancellationToken cancellation)
    {
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        Refusal.If(found.File.Pilot.WhyNotDelay(found.Milestone, DateOnly.MaxValue, me.Member, time.Today));
        return View(Views + "Delay.cshtml", PageOf(found.File, new DelayForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, found.Milestone));
    }

    [HttpPost("milestones/{step}/delay"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Delay([FromRoute] string key, [FromRoute] string step, [Bind(Prefix = nameof(PilotFormPage<>.Form))] DelayForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        if (found.Milestone.Delays.All(d => d.Id != form.Id))
        {
            Refusal.If(found.File.Pilot.WhyNotDelay(found.Milestone, DateOnly.MaxValue, me.Member, time.Today));
            if (form.ExpectedOn is { } on && found.File.Pilot.WhyNotDelay(found.Milestone, on, me.Member, time.Today) is { } no)
                ModelState.AddModelError("Form.ExpectedOn", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(found.File, form, found.Milestone), Views + "Delay.cshtml");
            db.Add(found.File.Pilot.Delay(found.Milestone, form.Id, form.Reason!.Value, TypedText.Lines(form.Text)!, form.ExpectedOn!.Value, me.Member, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["delay-saved"]);
        return this.SeeOther($"/programme/pilots/{found.File.Place.Key}/milestones/{step}");
    }

    private async Task<(PilotFile File, Milestone Milestone)?> TakeAsync(string key, string step, CancellationToken cancellation) =>
        await db.TakePilotAsync(key, cancellation) is { } file && file.Pilot.Milestone(step) is { } milestone ? (file, milestone) : null;

    private Domain.CasePaths.TemplateStep? Words(PilotFile file, Milestone milestone) => catalogue.Step(Pilot.Cycle, file.Pilot.CycleVersion ?? 1, milestone.StepKey);

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form, Milestone? milestone = null) => new(file, form, time.Today)
    {
        Choices = [.. Enum.GetValues<DelayReason>().Select(r => new Choice(r.ToString(), kinds[r]))],
        About = milestone is null ? null : Words(file, milestone)?.Title.ToString(),
    };
}
