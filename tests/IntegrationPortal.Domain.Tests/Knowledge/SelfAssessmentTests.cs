using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Knowledge;

/// <summary>An actor looks at itself: at any pace, frozen when completed, with a plan for what is weak.</summary>
public sealed class SelfAssessmentTests
{
    private static readonly Officer Coordinator = Case.For(Case.NewActor(Actor.Coordination), Role.Coordinator);

    private static readonly Questionnaire Questionnaire = new("q", 1, Actor.Coordination, "Q", "Q", "", "", "eigene Worte", "own words", false,
    [
        new("a", "A", "A", [new("a.1", "", ""), new("a.2", "", "")]), new("b", "B", "B", [new("b.1", "", ""), new("b.2", "", ""), new("b.3", "", "")]),
    ]);

    [Fact]
    public void The_coordination_begins_those_of_the_municipality_and_an_employer_its_own()
    {
        var employer = Case.For(Case.NewActor("employer"), Role.ActorManager);
        Assert.Null(SelfAssessment.WhyNotStart(Questionnaire, Coordinator));
        Assert.Null(SelfAssessment.WhyNotStart(Questionnaire with { ActorKind = "employer" }, employer));
        Refused.With("assessment-not-yours", () => SelfAssessment.Start(Guid.NewGuid(), Questionnaire, employer, Case.Friday));
        foreach (var role in Enum.GetValues<Role>().Except([Role.Coordinator, Role.ActorManager]))
            Assert.Equal("assessment-not-yours", SelfAssessment.WhyNotStart(Questionnaire, Coordinator with { Role = role })?.Code);
    }

    [Fact]
    public void It_is_completed_when_every_statement_has_an_answer_and_frozen_then()
    {
        var assessment = Begun();
        assessment.Answer(Questionnaire.Fields[0], Said(AssessmentLevel.Full, null), Coordinator, Case.Friday);
        Refused.With("assessment-incomplete", () => assessment.Complete(Questionnaire, Coordinator, Case.Friday));
        Assert.Equal((4, 1), (assessment.OpenItems(Questionnaire), assessment.OpenItems(Questionnaire.Fields[0])));
        assessment.Answer(Questionnaire.Fields[0], Said(AssessmentLevel.Full, AssessmentLevel.None), Coordinator, Case.Friday);
        assessment.Answer(Questionnaire.Fields[1], Said(AssessmentLevel.Partial, AssessmentLevel.Partial, AssessmentLevel.None), Coordinator, Case.Friday);
        assessment.Complete(Questionnaire, Coordinator, Case.Friday);
        Assert.Equal((50, 33), (assessment.Score(Questionnaire.Fields[0]), assessment.Score(Questionnaire.Fields[1])));
        Refused.With("assessment-frozen", () => assessment.Answer(Questionnaire.Fields[0], Said(AssessmentLevel.Full, AssessmentLevel.Full), Coordinator, Case.Friday));
        Refused.With("assessment-frozen", () => assessment.Complete(Questionnaire, Coordinator, Case.Friday));
    }

    [Fact]
    public void Nobody_else_answers_completes_or_plans()
    {
        var assessment = Begun();
        foreach (var other in new[] { Coordinator with { ActorId = Guid.NewGuid() }, Coordinator with { TenantId = Guid.NewGuid() }, Coordinator with { Role = Role.CaseWorker } })
        {
            Refused.With("assessment-not-yours", () => assessment.Answer(Questionnaire.Fields[0], Said(AssessmentLevel.Full), other, Case.Friday));
            Refused.With("assessment-not-yours", () => assessment.Complete(Questionnaire, other, Case.Friday));
            Refused.With("assessment-not-yours", () => assessment.Plan(Guid.NewGuid(), Questionnaire.Fields[0], "x", other.ActorId, Case.Today, other, Case.Friday));
        }
    }

    [Fact]
    public void A_plan_follows_the_result_and_is_due_one_day_not_in_the_past()
    {
        var assessment = Begun();
        AssessmentMeasure Plan(DateOnly due) => assessment.Plan(Guid.NewGuid(), Questionnaire.Fields[0], "Dolmetschpool", Coordinator.ActorId, due, Coordinator, Case.Friday);
        Refused.With("assessment-not-completed", () => Plan(Case.Today));
        foreach (var field in Questionnaire.Fields)
            assessment.Answer(field, Said([.. field.Items.Select(_ => (AssessmentLevel?)AssessmentLevel.None)]), Coordinator, Case.Friday);
        assessment.Complete(Questionnaire, Coordinator, Case.Friday);
        Refused.With("measure-due-in-past", () => Plan(Case.Today.AddDays(-1)));
        var measure = Plan(Case.Today);
        Assert.True(measure.IsLateOn(Case.Today.AddDays(1)));
        assessment.Finish(measure.Id, Coordinator, Case.Friday);
        assessment.Finish(measure.Id, Coordinator, Case.Friday.AddDays(3));
        Assert.Equal(Case.Today, measure.DoneOn);
    }

    private static SelfAssessment Begun() => SelfAssessment.Start(Guid.NewGuid(), Questionnaire, Coordinator, Case.Friday);

    private static IReadOnlyList<AnswerWords> Said(params AssessmentLevel?[] levels) => [.. levels.Select(l => new AnswerWords(l, null, EvidenceKinds.None))];
}
