using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Persons;

/// <summary>What a fact of a kind with a list may say, so that it can be counted. The list is data: law changes, programs should not.</summary>
public sealed class FactCode
{
    /// <summary>The code for what no other says; only then the fact needs words.</summary>
    public const string Other = "other";

    public required FactKind Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>Place in lists.</summary>
    public int Position { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    /// <summary>As what the indicators count it (asylblg, training); null for what they do not ask about.</summary>
    public string? CountsAs { get; init; }

    /// <summary>The step of a template in which a course of an entitlement begins, and whether by being begun or by being done.</summary>
    public string? BegunByStep { get; init; }

    public bool BegunWhenDone { get; init; }

    public required string Source { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && !(day > ValidTo);

    /// <summary>May a fact that begins on this day have this code and these words?</summary>
    public Refusal? WhyNotUse(DateOnly from, string? words) =>
        !IsInForceOn(from) ? new Refusal("fact-code-not-in-force", Name)
        : Code == Other && string.IsNullOrWhiteSpace(words) ? new Refusal("fact-other-needs-words")
        : null;

    /// <summary>The day on which a course began according to the path; null when it does not say.</summary>
    public DateOnly? BegunIn(CaseStep step) => step.TemplateKey is null || step.TemplateKey != BegunByStep ? null
        : !BegunWhenDone ? step.StartedOn
        : step.State == StepState.Done ? step.EndedOn : null;
}
