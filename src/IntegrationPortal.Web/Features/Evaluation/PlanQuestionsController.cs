using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>What the evaluation asks, and by which indicators it is answered; added until the plan is registered.</summary>
[Requires(Right.ManageEvaluation), Route("/evaluation/plans/{id:guid}/questions/new"), OneConnection]
public sealed class PlanQuestionsController(
    PortalDbContext db, IndicatorReader reader, RefusalWords refusals, TimeWords time, IStringLocalizer<EvaluationTexts> words) : Controller
{
    private const string Page = "/Features/Evaluation/Ask.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Ask([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakePlanAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotChange());
        return View(Page, await FormAsync(plan, new QuestionForm { Version = db.VersionOf(plan) }, cancellation));
    }

    [HttpPost("")]
    public async Task<IActionResult> Ask([FromRoute] Guid id, [Bind(Prefix = nameof(QuestionFormPage.Form))] QuestionForm form, CancellationToken cancellation)
    {
        if (await db.TakePlanAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotChange());
        var known = await reader.SealsAsync(time.Today, cancellation);
        var measuredBy = known.Where(k => form.Codes.Contains(k.Code)).ToList();
        if (measuredBy.Count == 0)
            ModelState.AddModelError("Form.Codes", refusals[new Refusal("plan-question-without-indicator")]);
        if (!ModelState.IsValid)
            return this.Again(await FormAsync(plan, form, cancellation), Page);
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

    /// <summary>What is in the plan does not hinder the question, but it may be the same in other words.</summary>
    private async Task<IActionResult> OvertakenAsync(Guid id, QuestionForm form, CancellationToken cancellation)
    {
        if (await db.TakePlanAsync(id, cancellation) is not { } plan)
            return NotFound();
        Refusal.If(plan.WhyNotChange());
        return this.AgainOvertaken(
            await FormAsync(plan, form, cancellation), form, db.VersionOf(plan), words["question-since", plan.Questions.MaxBy(q => q.Number)!.Text], Page);
    }

    private async Task<QuestionFormPage> FormAsync(EvaluationPlan plan, QuestionForm form, CancellationToken cancellation) => new(
        plan, form,
        [
            .. (await reader.DefinitionsAsync(cancellation)).Where(d => d.IsInForceOn(time.Today) && d.Supply != IndicatorSupply.Missing)
                .Select(d => new Choice(d.Code, $"{d.Code} {d.Name}", d.Meaning.ToString())),
        ]);
}
