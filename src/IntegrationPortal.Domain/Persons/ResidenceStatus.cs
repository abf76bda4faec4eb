namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// A residence status and what the law opens with it while the row is in force; when the law changes, another row with the same code follows.
/// It decides which process applies, never what a person deserves.
/// </summary>
public sealed class ResidenceStatus
{
    public required string Code { get; init; }

    /// <summary>The first day on which all that the row says holds. The status may be older: what the law said before is not shipped.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Place in lists; as statuses usually follow one another.</summary>
    public int Position { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public required string LegalBasis { get; init; }

    public string? WorkDe { get; init; }

    public string? WorkEn { get; init; }

    /// <summary>Whether work is allowed.</summary>
    public Bilingual Work => new(WorkDe ?? "", WorkEn ?? "");

    public string? CourseDe { get; init; }

    public string? CourseEn { get; init; }

    /// <summary>Which way leads to a language course.</summary>
    public Bilingual Course => new(CourseDe ?? "", CourseEn ?? "");

    public string? BenefitsDe { get; init; }

    public string? BenefitsEn { get; init; }

    /// <summary>Which law provides for the livelihood.</summary>
    public Bilingual Benefits => new(BenefitsDe ?? "", BenefitsEn ?? "");

    public string? SettlementDe { get; init; }

    public string? SettlementEn { get; init; }

    /// <summary>Which way leads to a permanent right to stay.</summary>
    public Bilingual Settlement => new(SettlementDe ?? "", SettlementEn ?? "");

    /// <summary>Where it was read, as of when, and since when it holds.</summary>
    public required string Source { get; init; }

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && !(day > ValidTo);

    /// <summary>
    /// As a fact says it: the statuses are a list like those of other kinds, only with more to tell. A fact may have begun before the first day
    /// that this row speaks of; a status that the law has ended begins no more.
    /// </summary>
    public FactCode ToFactCode() => new()
    {
        Kind = FactKind.ResidenceStatus,
        Code = Code,
        Position = Position,
        NameDe = NameDe,
        NameEn = NameEn,
        Source = Source,
        ValidTo = ValidTo,
    };
}
