using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.SelfAssessments;

/// <summary>The plan that follows from a completed assessment: what, by whom, until when, and that it is done.</summary>
[Requires(Right.AssessSelf), Route("/assessments/{id:guid}/measures"), OneConnection]
public sealed class MeasuresController(
    PortalDbContext db, CurrentUser me, Questionnaires questionnaires, RefusalWords refusals, TimeProvider clock,
    IStringLocalizer<SelfAssessmentsTexts> words) : Controller
{
    private const string Page = "/Features/SelfAssessments/Measure.cshtml";

    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    [HttpGet("new")]
    public async Task<IActionResult> New([FromRoute] Guid id, string? field, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment)
            return NotFound();
        Refusal.If(assessment.WhyNotPlan(me.Officer));
        return View(Page, await PageAsync(assessment, new MeasureForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Field = questionnaires.Of(assessment).Field(field)?.Key, Responsible = me.Officer.ActorId,
        }, cancellation));
    }

    [HttpPost("new")]
    public async Task<IActionResult> New([FromRoute] Guid id, [Bind(Prefix = nameof(MeasurePage.Form))] MeasureForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment)
            return NotFound();
        Refusal.If(assessment.WhyNotPlan(me.Officer));
        if (assessment.Measures.All(m => m.Id != form.Id))
        {
            var field = questionnaires.Of(assessment).Field(form.Field);
            if (form.Field is not null && field is null)
                ModelState.AddModelError("Form.Field", words["field-unknown"]);
            if (form.Responsible is { } actor && !await db.Actors.AnyAsync(a => a.Id == actor, cancellation))
                ModelState.AddModelError("Form.Responsible", words["responsible-unknown"]);
            if (form.DueOn is { } due && AssessmentMeasure.WhyNotDue(due, Today) is { } no)
                ModelState.AddModelError("Form.DueOn", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(await PageAsync(assessment, form, cancellation), Page);
            await db.AddOnceAsync(assessment.Plan(
                form.Id, field!, TypedText.Lines(form.Text)!, form.Responsible!.Value, form.DueOn!.Value, me.Officer, clock.GetUtcNow()), cancellation);
        }

        TempData.Success(words["planned"]);
        return this.SeeOther($"/assessments/{id}#plan");
    }

    [HttpPost("{measureId:guid}/done")]
    public async Task<IActionResult> Done([FromRoute] Guid id, [FromRoute] Guid measureId, CancellationToken cancellation)
    {
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment || assessment.Measures.All(m => m.Id != measureId))
            return NotFound();
        assessment.Finish(measureId, me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["done"]);
        return this.SeeOther($"/assessments/{id}#plan");
    }

    private async Task<MeasurePage> PageAsync(SelfAssessment assessment, MeasureForm form, CancellationToken cancellation)
    {
        var actors = await db.Actors.AsNoTracking().Where(a => a.IsOpen).OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        var questionnaire = questionnaires.Of(assessment);
        return new MeasurePage(
            assessment.Id, questionnaire, form, [.. questionnaire.Fields.Select(f => new Choice(f.Key, f.Name.ToString()))],
            [.. actors.Select(a => new Choice(a.Id.ToString(), a.Name))], Today);
    }
}
