namespace IntegrationPortal.Domain.Knowledge.SelfAssessments;

/// <summary>A questionnaire by which somebody looks at themselves, as data with its source. An assessment keeps its version.</summary>
/// <param name="ActorKind">Who answers it: the municipality's coordination, or an employer.</param>
/// <param name="AsksForKinds">Whether what proves an answer is a policy, or done inside or outside.</param>
public sealed record Questionnaire(
    string Key, int Version, string ActorKind, string NameDe, string NameEn, string AboutDe, string AboutEn, string SourceDe, string SourceEn, bool AsksForKinds,
    IReadOnlyList<AssessmentField> Fields)
{
    public Bilingual Name => new(NameDe, NameEn);

    public Bilingual About => new(AboutDe, AboutEn);

    /// <summary>After whose questionnaire it is built, and whose words it uses.</summary>
    public Bilingual Source => new(SourceDe, SourceEn);

    public AssessmentField? Field(string? key) => Fields.FirstOrDefault(f => f.Key == key);

    public int ItemCount => Fields.Sum(f => f.Items.Count);
}

/// <summary>An axis of the radar: three to five statements.</summary>
public sealed record AssessmentField(string Key, string NameDe, string NameEn, IReadOnlyList<AssessmentItem> Items)
{
    public Bilingual Name => new(NameDe, NameEn);
}

/// <summary>A statement that is true, partly true or not.</summary>
public sealed record AssessmentItem(string Key, string TextDe, string TextEn)
{
    public Bilingual Text => new(TextDe, TextEn);
}

/// <summary>How far a statement is true.</summary>
public enum AssessmentLevel
{
    None,
    Partial,
    Full,
}

/// <summary>What proves an answer.</summary>
[Flags]
public enum EvidenceKinds
{
    None = 0,
    Policy = 1,
    Inside = 2,
    Outside = 4,
}
