using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.SelfAssessments;

/// <summary>Puts assessments and what came out of them into words and a drawing.</summary>
public sealed class DrawAssessment(PortalDbContext db, Questionnaires questionnaires, TimeWords time, TimeProvider clock, IStringLocalizer<SelfAssessmentsTexts> words)
{
    public AssessmentsPage List(IReadOnlyList<SelfAssessment> assessments, Officer by)
    {
        var open = assessments.Where(a => a.CompletedAt is null).ToDictionary(a => a.QuestionnaireKey);
        return new AssessmentsPage(
            [.. questionnaires.OfferedTo(by.ActorKind).Where(q => SelfAssessment.WhyNotStart(q, by) is null).Select(q => Offer(q, open.GetValueOrDefault(q.Key)))],
            [.. assessments.Where(a => a.CompletedAt is not null).OrderByDescending(a => a.CompletedAt).Select(a => new AssessmentLine(
                a.Id, questionnaires.Of(a), a.CompletedAt!.Value, Whole(a)))]);
    }

    public async Task<ResultPage> ResultAsync(SelfAssessment assessment, SelfAssessment? baseline, CancellationToken cancellation)
    {
        var questionnaire = questionnaires.Of(assessment);
        // A field that the questionnaire of then did not have is not compared.
        var then = baseline is null ? null : questionnaires.Of(baseline);
        var fields = questionnaire.Fields.Select(f => new FieldResult(f, assessment.Score(f), then?.Field(f.Key) is { } was ? baseline!.Score(was) : null)).ToList();
        var radar = new RadarView(
            words["radar"], [.. fields.Select(f => new RadarAxis(f.Field.Name.ToString(), f.Now, f.Then))], time.Plain(assessment.CompletedAt!.Value),
            baseline is null ? null : words["baseline-of", time.Plain(baseline.CompletedAt!.Value)].Value);
        var responsible = assessment.Measures.Select(m => m.ResponsibleActorId).ToList();
        var names = await db.Actors.AsNoTracking().Where(a => responsible.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        return new ResultPage(assessment, questionnaire, baseline, fields, radar,
            [.. assessment.Measures.OrderBy(m => m.DoneOn is not null).ThenBy(m => m.DueOn).ThenBy(m => m.Id).Select(m => new MeasureLine(
                m, questionnaire.Field(m.FieldKey)?.Name.ToString() ?? m.FieldKey, names[m.ResponsibleActorId], m.IsLateOn(time.Today)))]);
    }

    private OfferedLine Offer(Questionnaire questionnaire, SelfAssessment? open) => open is null
        ? new OfferedLine(questionnaire, Guid.CreateVersion7(clock.GetUtcNow()), null)
        : new OfferedLine(questionnaires.Of(open), open.Id, open.OpenItems(questionnaires.Of(open)));

    private int Whole(SelfAssessment assessment) => (int)Math.Round(questionnaires.Of(assessment).Fields.Average(assessment.Score), MidpointRounding.AwayFromZero);
}
