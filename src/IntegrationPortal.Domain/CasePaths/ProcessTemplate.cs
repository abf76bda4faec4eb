namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Whose path a template draws.</summary>
public enum TemplateSubject
{
    /// <summary>A person or household; can be started as a case path.</summary>
    Person,

    /// <summary>A municipality in the programme; never a case path.</summary>
    Municipality,
}

/// <summary>One version of the steps by which something is reached, as law and practice had it in its time. A running case keeps its version.</summary>
public sealed class ProcessTemplate
{
    private readonly List<TemplateStep> _steps = [];

    /// <summary>Such as <c>T2-RKW</c>; the same in all versions.</summary>
    public required string Key { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>Place in lists.</summary>
    public int Position { get; init; }

    public TemplateSubject Subject { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public required string ScopeDe { get; init; }

    public required string ScopeEn { get; init; }

    /// <summary>For whom.</summary>
    public Bilingual Scope => new(ScopeDe, ScopeEn);

    public required string TriggerDe { get; init; }

    public required string TriggerEn { get; init; }

    /// <summary>With what it begins.</summary>
    public Bilingual Trigger => new(TriggerDe, TriggerEn);

    public required string GoalDe { get; init; }

    public required string GoalEn { get; init; }

    /// <summary>When it is reached.</summary>
    public Bilingual Goal => new(GoalDe, GoalEn);

    public string? NoteDe { get; init; }

    public string? NoteEn { get; init; }

    public Bilingual Note => new(NoteDe ?? "", NoteEn ?? "");

    /// <summary>Which law and practice it was written from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day on which a case may start with this version.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>The last such day; null while it is in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>In the order in which they are usually taken.</summary>
    public IReadOnlyList<TemplateStep> Steps
    {
        get => _steps;
        init => _steps = [.. value.OrderBy(s => s.Position)];
    }

    /// <summary>What a step of a case that runs by this template asks for when it is finished; nothing of one added by hand.</summary>
    public IReadOnlyList<StepResult> ResultsOf(CaseStep step) => _steps.Find(s => s.Key == step.TemplateKey)?.Results ?? [];

    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);
}
