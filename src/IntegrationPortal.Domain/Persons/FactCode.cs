using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Persons;

/// <summary>What a fact of a kind with a list may say, so that it can be counted. The list is data: law changes, programs should not.</summary>
public sealed class FactCode
{
    /// <summary>The code for what no other says; only then the fact needs words.</summary>
    public const string Other = "other";

    /// <summary>The code for nothing at all, such as no benefit: from its first day on nothing holds that began before.</summary>
    public const string None = "none";

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

    /// <summary>After how much time the law ends what nobody has used; null where it ends nothing by itself.</summary>
    public int? LapsesAfter { get; init; }

    /// <summary>Days, weeks or months, as the law counts them.</summary>
    public LawUnit? LapsesUnit { get; init; }

    /// <summary>The provision, as German law is quoted.</summary>
    public string? LapsesSource { get; init; }

    /// <summary>The first day on which what begins lapses after this time; other periods held before.</summary>
    public DateOnly? LapsesValidFrom { get; init; }

    public DateOnly? LapsesValidTo { get; init; }

    public required string Source { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && !(day > ValidTo);

    /// <summary>
    /// The last day by law of what begins on this day, which itself is not counted (BGB §§ 187 (1), 188 (2) and (3)); null where no law ends it.
    /// A right that lapses is no declaration that is still due, so a day off does not move it on (BGB § 193).
    /// </summary>
    public DateOnly? LastDayByLaw(DateOnly from) => from < LapsesValidFrom || from > LapsesValidTo ? null : Lapses()?.LastDay(from);

    /// <summary>After how long by law; null where no law ends it.</summary>
    public LawPeriod? Lapses() => LawPeriod.Of(LapsesAfter, LapsesUnit);

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
