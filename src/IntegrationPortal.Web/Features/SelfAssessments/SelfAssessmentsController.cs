using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings.SelfAssessments;
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
using Npgsql;

namespace IntegrationPortal.Web.Features.SelfAssessments;

/// <summary>An actor looks at itself by a questionnaire: begins, answers field by field, completes, sees what came out.</summary>
[Requires(Right.AssessSelf), Route("/assessments"), OneConnection]
public sealed class SelfAssessmentsController(
    PortalDbContext db, CurrentUser me, Questionnaires questionnaires, DrawAssessment draw, KindWords kinds, RefusalWords refusals, TimeProvider clock,
    IStringLocalizer<SelfAssessmentsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(draw.List(await db.AssessmentsAsync(me.Officer.ActorId, cancellation), me.Officer));

    /// <summary>Begun twice, by a second click or by a colleague, it is one.</summary>
    [HttpPost("start")]
    public async Task<IActionResult> Start(Guid id, string? questionnaire, CancellationToken cancellation)
    {
        if (id == Guid.Empty || questionnaires.OfferedTo(me.Officer.ActorKind).FirstOrDefault(q => q.Key == questionnaire) is not { } chosen)
            return BadRequest();
        var actorId = me.Officer.ActorId;
        var open = await db.SelfAssessments.Where(a => a.ActorId == actorId && a.QuestionnaireKey == chosen.Key && a.CompletedAt == null)
            .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellation);
        if (open is null && !await db.SelfAssessments.AnyAsync(a => a.Id == id, cancellation))
        {
            db.Add(SelfAssessment.Start(id, chosen, me.Officer, clock.GetUtcNow()));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException twice) when (twice.InnerException is PostgresException { ConstraintName: SelfAssessmentMapping.OneOpen })
            {
                return this.SeeOther("/assessments");
            }
        }

        return this.SeeOther($"/assessments/{open ?? id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment)
            return NotFound();
        if (assessment.CompletedAt is not null)
            return View("Result", await draw.ResultAsync(assessment, await db.BaselineAsync(assessment, cancellation), cancellation));
        var questionnaire = questionnaires.Of(assessment);
        return View("Open", new OpenAssessmentPage(assessment, questionnaire, assessment.WhyNotComplete(questionnaire, me.Officer) is { } no ? refusals[no] : null));
    }

    [HttpGet("{id:guid}/fields/{field}")]
    public async Task<IActionResult> Field([FromRoute] Guid id, [FromRoute] string field, CancellationToken cancellation)
    {
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment || questionnaires.Of(assessment).Field(field) is not { } part)
            return NotFound();
        Refusal.If(assessment.WhyNotAnswer(me.Officer));
        return View(PageOf(assessment, part, FieldForm.Of(assessment, part, db.VersionOf(assessment))));
    }

    [HttpPost("{id:guid}/fields/{field}")]
    public async Task<IActionResult> Field(
        [FromRoute] Guid id, [FromRoute] string field, [Bind(Prefix = nameof(FieldPage.Form))] FieldForm form, CancellationToken cancellation)
    {
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment || questionnaires.Of(assessment).Field(field) is not { } part)
            return NotFound();
        if (form.Items.Count != part.Items.Count)
            return BadRequest();
        Refusal.If(assessment.WhyNotAnswer(me.Officer));
        if (!ModelState.IsValid)
            return this.Again(PageOf(assessment, part, form));
        db.Expect(assessment, form.Version);
        assessment.Answer(part, [.. form.Items.Select(i => i.Words())], me.Officer, clock.GetUtcNow());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await db.TakeAssessmentAsync(id, cancellation) is { } now
                ? this.AgainOvertaken(
                    PageOf(now, part, form), form, FieldForm.Of(now, part, db.VersionOf(now)),
                    part: row => words["statement", int.Parse(row, CultureInfo.InvariantCulture) + 1])
                : NotFound();
        }

        TempData.Success(words["saved"]);
        // On to what is still open, if anything is.
        var next = questionnaires.Of(assessment).Fields.SkipWhile(f => f != part).Skip(1).FirstOrDefault(f => assessment.OpenItems(f) > 0);
        return this.SeeOther(next is null ? $"/assessments/{id}" : $"/assessments/{id}/fields/{next.Key}");
    }

    [HttpPost("{id:guid}/complete")]
    public async Task<IActionResult> Complete([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeAssessmentAsync(id, cancellation) is not { } assessment)
            return NotFound();
        assessment.Complete(questionnaires.Of(assessment), me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["completed"]);
        return this.SeeOther($"/assessments/{id}");
    }

    private FieldPage PageOf(SelfAssessment assessment, AssessmentField field, FieldForm form) => new(
        assessment.Id, questionnaires.Of(assessment), field, form,
        [.. Enum.GetValues<AssessmentLevel>().Select(l => new Choice(l.ToString(), kinds[l]))], [.. Several.Choices<EvidenceKinds>(kinds)]);
}
