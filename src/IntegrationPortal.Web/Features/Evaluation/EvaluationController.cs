using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
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
        var taken = await SnapshotsAsync(current.Id, cancellation);
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
        if (form.Begins is { Day: not 1 })
            ModelState.AddModelError("Form.Begins", refusals[new Refusal("plan-begins-with-a-month")]);
        if (!ModelState.IsValid)
            return this.Again(new PlanFormPage(form));
        if (!await db.EvaluationPlans.AnyAsync(p => p.Id == form.Id, cancellation))
            await db.AddOnceAsync(EvaluationPlan.Draft(form.Id, TypedText.Line(form.Title)!, form.Begins!.Value, clock.GetUtcNow()), cancellation);
        return this.SeeOther($"/evaluation/plans/{form.Id}");
    }

    [HttpGet("plans/{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } plan)
            return NotFound();
        var taken = await SnapshotsAsync(id, cancellation);
        var next = EvaluationPlan.Waves.Except(taken.Select(s => s.Wave)).Cast<int?>().FirstOrDefault();
        var settles = await reader.SettlesAsync(time.Today, cancellation);
        var no = next is { } wave ? EvaluationSnapshot.WhyNotTake(plan, taken, wave, settles, time.Today) : null;
        return View(new PlanPage(
            plan, await DefinitionsAsync(cancellation),
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

    [HttpGet("plans/{id:guid}/questions/new")]
    public async Task<IActionResult> Ask([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotChange());
        return View(await FormAsync(plan, new QuestionForm { Version = db.VersionOf(plan) }, cancellation));
    }

    [HttpPost("plans/{id:guid}/questions/new")]
    public async Task<IActionResult> Ask([FromRoute] Guid id, [Bind(Prefix = nameof(QuestionFormPage.Form))] QuestionForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotChange());
        var known = await SealsAsync(cancellation);
        var measuredBy = known.Where(k => form.Codes.Contains(k.Code)).ToList();
        if (measuredBy.Count == 0)
            ModelState.AddModelError("Form.Codes", refusals[new Refusal("plan-question-without-indicator")]);
        if (!ModelState.IsValid)
            return this.Again(await FormAsync(plan, form, cancellation));
        var question = TypedText.Line(form.Text)!;
        if (!plan.HasAsked(question, measuredBy))
        {
            db.Expect(plan, form.Version);
            plan.Ask(question, measuredBy);
            // The plan's own row moves too, so that of two savers one is told.
            db.Entry(plan).Property(p => p.Title).IsModified = true;
            if (!await db.SaveInTimeAsync(cancellation))
                return await OvertakenAsync(id, form, cancellation);
        }

        TempData.Success(words["question-added"]);
        return this.SeeOther($"/evaluation/plans/{id}");
    }

    [HttpPost("plans/{id:guid}/register")]
    public async Task<IActionResult> Register([FromRoute] Guid id, uint version, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } plan)
            return NotFound();
        db.Expect(plan, version);
        plan.Register(await SealsAsync(cancellation), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["registered"]);
        return this.SeeOther($"/evaluation/plans/{id}");
    }

    /// <summary>What is in the plan does not hinder the question, but it may be the same in other words.</summary>
    private async Task<IActionResult> OvertakenAsync(Guid id, QuestionForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotChange());
        return this.AgainOvertaken(
            await FormAsync(plan, form, cancellation), form, db.VersionOf(plan), words["question-since", plan.Questions.MaxBy(q => q.Number)!.Text]);
    }

    private Task<EvaluationPlan?> TakeAsync(Guid id, CancellationToken cancellation) => db.EvaluationPlans.AsTracking()
        .Include(p => p.Questions).Include(p => p.Indicators).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellation);

    private Task<List<EvaluationSnapshot>> SnapshotsAsync(Guid planId, CancellationToken cancellation) =>
        db.EvaluationSnapshots.AsNoTracking().Where(s => s.PlanId == planId).OrderBy(s => s.Wave).ToListAsync(cancellation);

    private List<string> Sentences(IEnumerable<BrokenLink> broken) => [.. broken.Select(b => refusals[new Refusal(b.Code, b.Wave ?? 0)])];

    /// <summary>The definitions in force today.</summary>
    private async Task<IReadOnlyList<DefinitionSeal>> SealsAsync(CancellationToken cancellation) =>
        [.. (await reader.DefinitionsAsync(cancellation)).Where(d => d.IsInForceOn(time.Today)).Select(d => new DefinitionSeal(d.Code, d.Version, d.Hash))];

    private async Task<IReadOnlyDictionary<string, IndicatorDefinition>> DefinitionsAsync(CancellationToken cancellation) =>
        (await reader.DefinitionsAsync(cancellation)).GroupBy(d => d.Code).ToDictionary(g => g.Key, g => g.Last());

    private async Task<QuestionFormPage> FormAsync(EvaluationPlan plan, QuestionForm form, CancellationToken cancellation) => new(
        plan, form,
        [
            .. (await reader.DefinitionsAsync(cancellation)).Where(d => d.IsInForceOn(time.Today) && d.Supply != IndicatorSupply.Missing)
                .Select(d => new Choice(d.Code, $"{d.Code} {d.Name}", d.Meaning.ToString())),
        ]);
}
