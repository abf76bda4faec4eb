using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>The coordination of a pilot has looked at its municipality: once, completed, with a first measure for the weakest field.</summary>
internal sealed class DemoAssessments(PortalDbContext db, DemoTown town, Dice dice, DateTimeOffset now)
{
    private static readonly Questionnaire Asked = new Questionnaires().OfferedTo(Actor.Coordination).Single(q => q.Key == "weltoffene-kommune");

    public void Live()
    {
        var by = town.Officers.Values.First(o => o.Coordinates);
        var at = town.Calendar.LastWorked(now.AddDays(-dice.Between(40, 300)));
        var completed = town.Calendar.LastWorked(at.AddDays(9));
        var assessment = SelfAssessment.Start(Guid.CreateVersion7(at), Asked, by, at);
        foreach (var field in Asked.Fields)
        {
            // Some fields go well and others do not; nowhere is everything fully true.
            var strong = dice.Chance(0.5);
            assessment.Answer(field, [.. field.Items.Select(_ => new AnswerWords(Level(strong), null, EvidenceKinds.None))], by, at);
        }

        assessment.Complete(Asked, by, completed);
        assessment.Plan(Guid.CreateVersion7(at), Asked.Fields.MinBy(assessment.Score)!, "Beispiel der Demo: Zuständigkeit klären und in der Steuerungsgruppe berichten.", by.ActorId, town.Calendar.NextWorkingDay(Domain.Calendar.GermanTime.DayOf(now).AddDays(60)), by, completed);
        db.Add(assessment);
    }

    private AssessmentLevel Level(bool strong) => dice.Weighted<AssessmentLevel>(strong
        ? [(AssessmentLevel.Full, 0.5), (AssessmentLevel.Partial, 0.4), (AssessmentLevel.None, 0.1)]
        : [(AssessmentLevel.Full, 0.1), (AssessmentLevel.Partial, 0.5), (AssessmentLevel.None, 0.4)]);
}
