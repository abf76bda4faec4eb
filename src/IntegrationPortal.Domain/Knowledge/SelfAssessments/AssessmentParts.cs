using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Knowledge.SelfAssessments;

/// <summary>The answer to one statement, with what proves it.</summary>
public sealed class AssessmentAnswer : ITenantScoped
{
    public const int EvidenceLength = 1000;

    private AssessmentAnswer()
    {
    }

    internal AssessmentAnswer(SelfAssessment assessment, AssessmentItem item, AnswerWords words)
    {
        (TenantId, AssessmentId, ItemKey) = (assessment.TenantId, assessment.Id, item.Key);
        Say(words);
    }

    public Guid TenantId { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string ItemKey { get; private set; } = "";

    /// <summary>Null while it is open.</summary>
    public AssessmentLevel? Level { get; private set; }

    public string? Evidence { get; private set; }

    public EvidenceKinds Kinds { get; private set; }

    internal void Say(AnswerWords words) => (Level, Evidence, Kinds) = (words.Level, words.Evidence, words.Kinds);
}

/// <summary>What shall be done about a weak field, by whom and until when.</summary>
public sealed class AssessmentMeasure : ITenantScoped
{
    public const int TextLength = 500;

    private AssessmentMeasure()
    {
    }

    internal AssessmentMeasure(SelfAssessment assessment, Guid id, AssessmentField field, string text, Guid responsible, DateOnly dueOn) =>
        (TenantId, AssessmentId, Id, FieldKey, Text, ResponsibleActorId, DueOn) = (assessment.TenantId, assessment.Id, id, field.Key, text, responsible, dueOn);

    public Guid TenantId { get; private set; }

    public Guid AssessmentId { get; private set; }

    public Guid Id { get; private set; }

    public string FieldKey { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Guid ResponsibleActorId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public bool IsLateOn(DateOnly day) => DoneOn is null && DueOn < day;

    public static Refusal? WhyNotDue(DateOnly dueOn, DateOnly today) => dueOn < today ? new Refusal("measure-due-in-past") : null;

    /// <summary>Done twice is done once.</summary>
    internal void Finish(DateOnly day) => DoneOn ??= day;
}
