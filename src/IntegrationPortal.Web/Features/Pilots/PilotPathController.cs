using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>The path of a pilot: planned by the foundation, reached or put off by whoever keeps the pilot.</summary>
[Requires(Right.ReadProgramme)]
public sealed class PilotPathController(PilotRoom room, ReferenceCatalogue catalogue) : PilotController(room)
{
    [HttpGet("plan"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Plan([FromRoute] string key, CancellationToken cancellation) =>
        await TakeAsync(key, p => p.WhyNotPlan(Me), cancellation) is { } file
            ? View(Views + "Plan.cshtml", PageOf(file, new PlanForm { FromOn = file.Pilot.Agreements.Min(a => a.FromOn) })) : NotFound();

    [HttpPost("plan"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Plan([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] PlanForm form, CancellationToken cancellation)
    {
        if (await Db.TakePilotAsync(key, cancellation) is not { } file)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(file, form), Views + "Plan.cshtml");
        var cycle = catalogue.Templates.Last(t => t.Key == Pilot.Cycle && t.IsInForceOn(Today));
        file.Pilot.Plan(cycle, form.FromOn!.Value, catalogue.For(file.Place), Me);
        await Db.SaveChangesAsync(cancellation);
        return Back(file, "planned");
    }

    [HttpGet("milestones/{step}")]
    public async Task<IActionResult> Milestone([FromRoute] string key, [FromRoute] string step, CancellationToken cancellation) =>
        await TakeAsync(key, step, cancellation) is not { } found ? NotFound()
            : View(Views + "Milestone.cshtml", new MilestonePage(found.File, found.Milestone, StepOf(found.File, found.Milestone), Today, found.File.Pilot.WhyNotKeep(Me, Today) is null));

    [HttpGet("milestones/{step}/reach"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Reach([FromRoute] string key, [FromRoute] string step, CancellationToken cancellation)
    {
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        Refusal.If(found.File.Pilot.WhyNotKeep(Me, Today));
        return View(Views + "Reach.cshtml", PageOf(found.File, new ReachForm { Version = Db.VersionOf(found.Milestone), ReachedOn = found.Milestone.ReachedOn ?? Today }, found.Milestone));
    }

    [HttpPost("milestones/{step}/reach"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Reach([FromRoute] string key, [FromRoute] string step, [Bind(Prefix = nameof(PilotFormPage<>.Form))] ReachForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        Refusal.If(found.File.Pilot.WhyNotKeep(Me, Today));
        if (found.File.Pilot.WhyNotReach(form.ReachedOn, Me, Today) is { } no)
            ModelState.AddModelError("Form.ReachedOn", Refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(found.File, form, found.Milestone), Views + "Reach.cshtml");
        Db.Expect(found.Milestone, form.Version);
        found.File.Pilot.Reach(found.Milestone, form.ReachedOn, Me, Today);
        if (!await Db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(key, step, cancellation) is { } now
                ? this.AgainOvertaken(PageOf(now.File, form, now.Milestone), form, ReachForm.Of(now.Milestone, Db.VersionOf(now.Milestone)), view: Views + "Reach.cshtml")
                : NotFound();
        }

        return Back(found.File, form.ReachedOn is null ? "reached-cleared" : "reached-saved");
    }

    [HttpGet("milestones/{step}/delay"), Requires(Right.KeepPilot)]
    public async Task<IActionResult> Delay([FromRoute] string key, [FromRoute] string step, CancellationToken cancellation)
    {
        if (await TakeAsync(key, step, cancellation) is not { } found)
            return NotFound();
        Refusal.If(found.File.Pilot.WhyNotDelay(found.Milestone, DateOnly.MaxValue, Me, Today));
        return View(Views + "Delay.cshtml", PageOf(found.File, new DelayForm { Id = NewId() }, found.Milestone));
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
            Refusal.If(found.File.Pilot.WhyNotDelay(found.Milestone, DateOnly.MaxValue, Me, Today));
            if (form.ExpectedOn is { } on && found.File.Pilot.WhyNotDelay(found.Milestone, on, Me, Today) is { } no)
                ModelState.AddModelError("Form.ExpectedOn", Refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(PageOf(found.File, form, found.Milestone), Views + "Delay.cshtml");
            await Db.AddOnceAsync(found.File.Pilot.Delay(found.Milestone, form.Id, form.Reason!.Value, TypedText.Lines(form.Text)!, form.ExpectedOn!.Value, Me, Now), cancellation);
        }

        return Back(found.File, "delay-saved", $"/milestones/{step}");
    }

    private async Task<(PilotFile File, Milestone Milestone)?> TakeAsync(string key, string step, CancellationToken cancellation) =>
        await Db.TakePilotAsync(key, cancellation) is { } file && file.Pilot.Milestone(step) is { } milestone ? (file, milestone) : null;

    private Domain.CasePaths.TemplateStep? StepOf(PilotFile file, Milestone milestone) => catalogue.Step(Pilot.Cycle, file.Pilot.CycleVersion ?? 1, milestone.StepKey);

    private PilotFormPage<TForm> PageOf<TForm>(PilotFile file, TForm form, Milestone? milestone = null) => new(file, form, Today)
    {
        Choices = [.. Enum.GetValues<DelayReason>().Select(r => new Choice(r.ToString(), Kinds[r]))],
        About = milestone is null ? null : StepOf(file, milestone)?.Title.ToString(),
    };
}
