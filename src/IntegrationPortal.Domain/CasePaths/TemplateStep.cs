using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Where the expected days of a step come from; only the first kind binds.</summary>
public enum DeadlineKind
{
    /// <summary>The law sets it; the paragraph stands beside it.</summary>
    Statutory,

    /// <summary>Agreed or good practice.</summary>
    Target,

    /// <summary>How long it takes as far as is known; nobody promised it.</summary>
    Empirical,
}

/// <summary>One step of a process template: who does it, who has the person afterwards, how long it may take and how it fails.</summary>
public sealed class TemplateStep
{
    private readonly List<StepResult> _results = [];

    public required string TemplateKey { get; init; }

    public int TemplateVersion { get; init; } = 1;

    /// <summary>Such as <c>T2.8</c>.</summary>
    public required string Key { get; init; }

    public int Position { get; init; }

    public required string StageDe { get; init; }

    public required string StageEn { get; init; }

    public Bilingual Stage => new(StageDe, StageEn);

    public required string TitleDe { get; init; }

    public required string TitleEn { get; init; }

    public Bilingual Title => new(TitleDe, TitleEn);

    /// <summary>Code of the kind of actor that is responsible.</summary>
    public required string ActorKind { get; init; }

    /// <summary>Code of the kind of actor that goes on afterwards; the same when nothing is handed over.</summary>
    public required string ReceivingKind { get; init; }

    /// <summary>Working days; where the law reckons otherwise, about as many as <see cref="Law"/>.</summary>
    public int ExpectedWorkingDays { get; init; }

    public DeadlineKind DeadlineKind { get; init; }

    /// <summary>How many of <see cref="LawUnit"/>; both are there or neither.</summary>
    public int? LawValue { get; init; }

    public LawUnit? LawUnit { get; init; }

    /// <summary>The deadline as the law itself states it; null where it says nothing, reckons in working days or is not clear.</summary>
    public LawPeriod? Law => LawPeriod.Of(LawValue, LawUnit);

    /// <summary>Where <see cref="Law"/> stands.</summary>
    public string? LawSource { get; init; }

    /// <summary>Once the deadline is over a right is lost for good, however good the reason. Missing other deadlines can be mended.</summary>
    public bool IsIrrevocable { get; init; }

    /// <summary>Where that stands.</summary>
    public string? IrrevocableSource { get; init; }

    public string? EntryDe { get; init; }

    public string? EntryEn { get; init; }

    /// <summary>What must be so before it can begin.</summary>
    public Bilingual Entry => new(EntryDe ?? "", EntryEn ?? "");

    public string? ExitDe { get; init; }

    public string? ExitEn { get; init; }

    /// <summary>What is so when it is done.</summary>
    public Bilingual Exit => new(ExitDe ?? "", ExitEn ?? "");

    public string? DocumentsDe { get; init; }

    public string? DocumentsEn { get; init; }

    public Bilingual Documents => new(DocumentsDe ?? "", DocumentsEn ?? "");

    /// <summary>The ways in which it ends; none for most steps, of which it is enough that they are done.</summary>
    public IReadOnlyList<StepResult> Results
    {
        get => _results;
        init => _results = [.. value.OrderBy(r => r.Position)];
    }

    /// <summary>All of them in one line, for readers of the template.</summary>
    public Bilingual ResultNames => new(string.Join("; ", _results.Select(r => r.NameDe)), string.Join("; ", _results.Select(r => r.NameEn)));

    /// <summary>Paragraphs, quoted as German law is.</summary>
    public string? LegalBasis { get; init; }

    public string? TypicalBreaksDe { get; init; }

    public string? TypicalBreaksEn { get; init; }

    /// <summary>How it usually goes wrong.</summary>
    public Bilingual TypicalBreaks => new(TypicalBreaksDe ?? "", TypicalBreaksEn ?? "");
}
