namespace IntegrationPortal.Domain.CasePaths;

/// <summary>One of the ways in which a step of a template ends, such as a decision in full or in part. A step that has some is finished with one of them.</summary>
public sealed class StepResult
{
    public const int CodeLength = 30;

    public required string TemplateKey { get; init; }

    public int TemplateVersion { get; init; } = 1;

    public required string StepKey { get; init; }

    /// <summary>Such as <c>partial</c>; what is stored and counted.</summary>
    public required string Code { get; init; }

    public int Position { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    /// <summary>Where the distinction comes from.</summary>
    public required string Source { get; init; }
}
