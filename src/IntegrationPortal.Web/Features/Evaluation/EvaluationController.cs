using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>The plan of the evaluation: written, registered, and from then on only read.</summary>
[Requires(Right.ManageEvaluation), Route("/evaluation"), OneConnection]
public sealed class EvaluationController(
    PortalDbContext db, IndicatorReader reader, MissingOutcomes outcomes, RefusalWords refusals, TimeWords time, TimeProvider clock,
    IStringLocalizer<EvaluationTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var plans = await db.EvaluationPlans.AsNoTracking().OrderByDescending(p => p.DraftedAt).ToListAsync(cancellation);
        if (await outcomes.CurrentPlanAsync(cancellation) is not { } current)
            return View(new EvaluationPage(plans, null, [], 0, 0, null));
        var taken = await db.SnapshotsAsync(current.Id, cancellation);
        var missing = await outcomes.OfAsync(current, time.Today, cancellation);
        var settles = await reader.SettlesAsync(time.Today, cancellation);
        var next = EvaluationPlan.Waves.Except(taken.Select(s => s.Wave)).Select(w => (DateOnly?)current.SettledOn(w, settles)).FirstOrDefault();
        return View(new EvaluationPage(plans, current, Sentences(SnapshotChain.Verify(current, taken)), taken.Count, missing.Count, next));
    }

    [HttpGet("plans/new")]
    public IActionResult New() => View(new PlanFormPage(new PlanForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));

    [HttpPost("plans/new")]
    public async Task<IActionResult> New([Bind(Prefix = nameof(PlanFormPage.Form))] PlanForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (form.Begins is { } begins && EvaluationPlan.WhyNotBegin(begins) is { } no)
            ModelState.AddModelError("Form.Begins", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(new PlanFormPage(form));
        if (!await db.EvaluationPlans.AnyAsync(p => p.Id == form.Id, cancellation))
            await db.AddOnceAsync(EvaluationPlan.Draft(form.Id, TypedText.Line(form.Title)!, form.Begins!.Value, clock.GetUtcNow()), cancellation);
        return this.SeeOther($"/evaluation/plans/{form.Id}");
    }

    [HttpGet("plans/{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakePlanAsync(id, cancellation) is not { } plan)
            return NotFound();
        var taken = await db.SnapshotsAsync(id, cancellation);
        var next = EvaluationPlan.Waves.Except(taken.Select(s => s.Wave)).Cast<int?>().FirstOrDefault();
        var settles = await reader.SettlesAsync(time.Today, cancellation);
        var no = next is { } wave ? EvaluationSnapshot.WhyNotTake(plan, taken, wave, settles, time.Today) : null;
        return View(new PlanPage(
            plan, (await reader.NewestDefinitionsAsync(cancellation)).ToDictionary(d => d.Code),
            [
                .. EvaluationPlan.Waves.Select(w => taken.Find(s => s.Wave == w) is { } s
                    ? new SnapshotLine(w, s.Month, s.TakenAt, s.Content.Count(c => c == '\n'), s.Hash)
                    : new SnapshotLine(w, plan.MonthOf(w), null, 0, null)),
            ],
            Sentences(SnapshotChain.Verify(plan, taken)), no is null ? next : null, no is null ? null : refusals[no],
            plan.WhyNotRegister() is { } refused ? refusals[refused] : null, db.VersionOf(plan))
        {
            Known = plan.PublishedBefore(plan.RegisteredAt is { } at ? GermanTime.DayOf(at) : time.Today, settles),
        });
    }

    [HttpPost("plans/{id:guid}/register")]
    public async Task<IActionResult> Register([FromRoute] Guid id, uint version, CancellationToken cancellation)
    {
        if (await db.TakePlanAsync(id, cancellation) is not { } plan)
            return NotFound();
        db.Expect(plan, version);
        plan.Register(await reader.SealsAsync(time.Today, cancellation), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["registered"]);
        return this.SeeOther($"/evaluation/plans/{id}");
    }

    private List<string> Sentences(IEnumerable<BrokenLink> broken) => [.. broken.Select(b => refusals[new Refusal(b.Code, b.Wave ?? 0)])];
}
