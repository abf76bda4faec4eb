using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Knowledge.SelfAssessments;

/// <summary>
/// An actor looks at itself by a questionnaire, statement by statement, at any pace. Completed it is frozen; the first completed one is
/// the baseline of those that follow. What is weak gets a plan.
/// </summary>
public sealed class SelfAssessment : ITenantScoped
{
    private readonly List<AssessmentAnswer> answers = [];
    private readonly List<AssessmentMeasure> measures = [];

    private SelfAssessment()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Who looks at itself; nobody else sees it.</summary>
    public Guid ActorId { get; private set; }

    public string QuestionnaireKey { get; private set; } = "";

    public int QuestionnaireVersion { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public Guid StartedByUserId { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public Guid? CompletedByUserId { get; private set; }

    public IReadOnlyList<AssessmentAnswer> Answers => answers;

    public IReadOnlyList<AssessmentMeasure> Measures => measures;

    /// <summary>The coordination for the municipality, whoever leads an employer for the employer.</summary>
    public static Refusal? WhyNotStart(Questionnaire questionnaire, Officer by) =>
        by.ActorKind == questionnaire.ActorKind && by.Role is Role.Coordinator or Role.ActorManager ? null : new Refusal("assessment-not-yours");

    public static SelfAssessment Start(Guid id, Questionnaire questionnaire, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotStart(questionnaire, by));
        return new SelfAssessment
        {
            TenantId = by.TenantId,
            Id = id,
            ActorId = by.ActorId,
            QuestionnaireKey = questionnaire.Key,
            QuestionnaireVersion = questionnaire.Version,
            StartedAt = now,
            StartedByUserId = by.UserId,
            ChangedAt = now,
        };
    }

    public Refusal? WhyNotKeep(Officer by) =>
        by.TenantId == TenantId && by.ActorId == ActorId && by.Role is Role.Coordinator or Role.ActorManager ? null : new Refusal("assessment-not-yours");

    public Refusal? WhyNotAnswer(Officer by) => WhyNotKeep(by) ?? (CompletedAt is null ? null : new Refusal("assessment-frozen"));

    /// <summary>One field at a time; a statement without a level is left open.</summary>
    public void Answer(AssessmentField field, IReadOnlyList<AnswerWords> given, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAnswer(by));
        foreach (var (item, words) in field.Items.Zip(given))
        {
            if (answers.Find(a => a.ItemKey == item.Key) is { } known)
                known.Say(words);
            else
                answers.Add(new AssessmentAnswer(this, item, words));
        }

        ChangedAt = now;
    }

    public Refusal? WhyNotComplete(Questionnaire questionnaire, Officer by) =>
        WhyNotAnswer(by) ?? (OpenItems(questionnaire) is > 0 and var open ? new Refusal("assessment-incomplete", open) : null);

    public void Complete(Questionnaire questionnaire, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotComplete(questionnaire, by));
        (CompletedAt, CompletedByUserId, ChangedAt) = (now, by.UserId, now);
    }

    public int OpenItems(Questionnaire questionnaire) => questionnaire.Fields.Sum(OpenItems);

    public int OpenItems(AssessmentField field) => field.Items.Count(i => LevelOf(i) is null);

    public AssessmentLevel? LevelOf(AssessmentItem item) => answers.Find(a => a.ItemKey == item.Key)?.Level;

    /// <summary>Percent of what would be fully true; a statement that is still open counts as not.</summary>
    public int Score(AssessmentField field) =>
        (int)Math.Round(field.Items.Average(i => (int)(LevelOf(i) ?? AssessmentLevel.None)) * 100 / (int)AssessmentLevel.Full, MidpointRounding.AwayFromZero);

    /// <summary>A plan answers to what was found, so it comes after.</summary>
    public Refusal? WhyNotPlan(Officer by) => WhyNotKeep(by) ?? (CompletedAt is null ? new Refusal("assessment-not-completed") : null);

    /// <param name="responsible">An actor of the municipality.</param>
    public AssessmentMeasure Plan(Guid id, AssessmentField field, string text, Guid responsible, DateOnly dueOn, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPlan(by) ?? AssessmentMeasure.WhyNotDue(dueOn, GermanTime.DayOf(now)));
        var measure = new AssessmentMeasure(this, id, field, text, responsible, dueOn);
        measures.Add(measure);
        return measure;
    }

    public void Finish(Guid measureId, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPlan(by));
        measures.Single(m => m.Id == measureId).Finish(GermanTime.DayOf(now));
    }
}

/// <summary>What was said to one statement.</summary>
public sealed record AnswerWords(AssessmentLevel? Level, string? Evidence, EvidenceKinds Kinds);
